"""The terminal program: the only package that imports textual, and never imported by another one.

A widget knows the values handed to it and posts messages; a pane may read the Journal; a screen reads and writes it;
the app holds its lifetime, theme and screens.
"""
