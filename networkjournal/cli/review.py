"""`review`: a period's account, as a page of HTML too, and the answers to its questions."""

from networkjournal import account
from networkjournal.capture.answers import Answer, answers_text
from networkjournal.cli.arguments import Args, Argument, Option, UsageError
from networkjournal.cli.command import JSON, LOOKING_BACK, MARKDOWN, Command, Context
from networkjournal.cli.output import Painted
from networkjournal.cli.period_options import PERIOD_OPTIONS, period_asked
from networkjournal.i18n import N_, _
from networkjournal.model.account import MARKS, Question
from networkjournal.reports.review import Review
from networkjournal.reports.review import review as reviewed


def run(context: Context, args: Args) -> None:
    """Print the account, write it as a page, or take the answers to its questions."""
    if args.text and not args.answer:
        raise UsageError("too_many", args.text[0])
    period = period_asked(context, args)
    made = reviewed(context.journal, period, context.today)
    if args.answer:
        _answer(context, made, args.text)
    elif args.markdown:
        from networkjournal.markdown_page import review_page  # nothing else needs it

        context.out.document(review_page(made))
    elif args.html is not None:
        _write(context, made, args)
    elif context.json:
        from networkjournal.cli.reviewed import review as document  # only for a program

        context.out.json(document(made))
    else:
        from networkjournal.cli.sections import print_sections  # draws; a program does not need it

        context.out.line(Painted(account.title(period), "heading"))
        context.out.line()
        print_sections(context.out, account.sections(made))
        if made.empty and not args.before and args.from_ is None:
            context.out.line()
            context.out.line(_("`review --before` shows the one before."))


def _write(context: Context, made: Review, args: Args) -> None:
    from networkjournal.review_page import write_review  # 10 ms of templates: only for a page

    path = write_review(args.html, made, force=args.force)
    if context.json:
        context.out.json({"written": path})
    else:
        context.out.line(_("Written, for your eyes alone: {path}").format(path=path))


def _answer(context: Context, made: Review, texts: tuple[str, ...]) -> None:
    """Save the answers as an entry of today."""
    if len(texts) > len(made.questions):
        raise UsageError("too_many", texts[len(made.questions)])
    if not texts:
        if not context.interactive or context.json:
            raise UsageError("missing", "TEXT")
        texts = _asked(context, made.questions)
    answers = (
        Answer(account.question(asked), text, MARKS.get(asked.code, ""))
        for asked, text in zip(made.questions, texts, strict=False)
    )
    text = answers_text(account.heading(made.period), answers)
    if not text:
        context.out.line(_("Nothing was answered, and nothing saved."))
        return
    from networkjournal.wording import receipt  # only where something is saved

    given = context.journal.capture(text, context.today)
    if context.json:
        from networkjournal.cli import documents  # only for a program

        context.out.json(documents.receipt(given))
    else:
        context.out.line(receipt(given.draft))


def _asked(context: Context, questions: tuple[Question, ...]) -> tuple[str, ...]:
    """What the person at the terminal answers, one line each; an empty one leaves a question open."""
    from networkjournal.cli.question import say_line  # only where somebody is asked

    context.err(_("One line each; an empty one leaves the question open."))
    return tuple(say_line(f"{account.question(asked)} ({account.hint(asked)})\n> ") or "" for asked in questions)


COMMAND = Command(
    "review",
    N_("A period's account: what was given and received, what it served, what came of it."),
    run,
    arguments=(Argument("TEXT", N_("With --answer: the answers, in the order of the questions."), "rest"),),
    options=(
        *PERIOD_OPTIONS,
        Option(("--answer",), N_("Answer its questions; the answers become an entry. Asks you without a TEXT.")),
        Option(("--html",), N_("Write it as a page for a browser or a printer, which loads nothing from anywhere."),
               metavar="FILE", kind="path"),
        MARKDOWN,
        Option(("--force",), N_("Write the page over whatever file is there.")),
        JSON,
    ),
    group=LOOKING_BACK,
    description=N_("Without a period it is about this week. Money of different currencies is never added up."),
    examples=(
        ("review --period month", N_("this month")),
        ("review --period quarter --before --html review.html", N_("last quarter, as a page")),
        ('review --answer "fewer events, more thanks" "! giving first is quicker"', N_("answer its questions")),
    ),
)  # fmt: skip
