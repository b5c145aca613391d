"""What is asked to write a question of a form, and to publish a new version of one."""

from goldenthread.content.need_to_know import field_classes
from goldenthread.language.condition import answer
from goldenthread.language.drafting import KINDS
from goldenthread.language.instrument import Section
from goldenthread.language.need_to_know import FieldClass
from goldenthread.language.question import Kind, Option, Question

CLASSES = [each for each in vars(field_classes).values() if isinstance(each, FieldClass)]
CHOSEN = answer("kind").one_of(str(Kind.CHOICE), str(Kind.CHOICES))

question = Section(
    key="question",
    title="The question",
    questions=(
        Question(key="asks", asks="What is asked?", kind=Kind.TEXT, max_length=300),
        Question(
            key="hint",
            asks="A hint, if it needs one",
            kind=Kind.TEXT,
            max_length=300,
            required=False,
        ),
        Question(
            key="kind",
            asks="What sort of answer does it take?",
            kind=Kind.CHOICE,
            options=tuple(Option(key=str(kind), label=says) for kind, says in KINDS.items()),
        ),
        Question(
            key="options",
            asks="The answers to choose from",
            hint="One a line. An answer keeps the short name before its equals sign",
            kind=Kind.LONG_TEXT,
            only_if=CHOSEN,
        ),
        Question(
            key="evidence",
            asks="Which of them must be shown by evidence?",
            hint="Their short names, one a line. Leave it empty for none",
            kind=Kind.LONG_TEXT,
            required=False,
            only_if=CHOSEN,
        ),
        Question(key="required", asks="Must it be answered?", kind=Kind.YES_NO),
        Question(key="may_be_not_known", asks="May the answer be not known?", kind=Kind.YES_NO),
        Question(
            key="holds",
            asks="What does the answer hold?",
            hint="It decides who is shown it",
            kind=Kind.CHOICE,
            options=tuple(Option(key=each.key, label=each.title) for each in CLASSES),
        ),
    ),
)

same = Question(
    key="same",
    asks="Does it still ask about the same thing?",
    hint="If it does not, older answers are no longer compared with new ones",
    kind=Kind.YES_NO,
)

publishing = Section(
    key="publishing",
    title="Publish",
    questions=(
        Question(
            key="since",
            asks="From which day is it asked?",
            hint="Today or later. For example, 27 5 2020",
            kind=Kind.DATE,
        ),
    ),
)
