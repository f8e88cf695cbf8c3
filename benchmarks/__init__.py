"""How fast the installed program is, as ratios to yardsticks measured in the same run. `docs/performance.md` has them.

Nothing here ships with the package, and no test times anything: whoever wants figures runs `make bench`.
"""
