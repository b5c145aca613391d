"""The household and the adults who matter to the children, as far as the sender knows."""

from goldenthread.kernel.citation import Citation
from goldenthread.language.instrument import Repeat, Section
from goldenthread.language.question import Kind, Option, Question

household = Section(
    key="household",
    title="Who matters to the children",
    holds="third-party",
    intro="Adults and other children in the home, and anybody else who matters. Leave it empty if "
    "you do not know.",
    repeats=Repeat(least=0, most=12, one="person", many="people"),
    questions=(
        Question(key="adult_name", asks="Name", kind=Kind.TEXT),
        Question(
            key="adult_is",
            asks="Who are they to the children?",
            kind=Kind.CHOICE,
            options=(
                Option(key="mother", label="Mother"),
                Option(key="father", label="Father"),
                Option(key="step-parent", label="Step-parent, or a parent's partner"),
                Option(key="brother-or-sister", label="Brother or sister"),
                Option(key="grandparent", label="Grandparent"),
                Option(key="other-relative", label="Another relative"),
                Option(key="other", label="Somebody else"),
            ),
        ),
        Question(
            key="adult_lives_there",
            asks="Do they live with the children?",
            kind=Kind.YES_NO,
            required=False,
        ),
        Question(
            key="adult_responsible",
            asks="Do they have parental responsibility?",
            kind=Kind.CHOICE,
            required=False,
            options=(
                Option(key="all", label="Yes, for all the children"),
                Option(key="some", label="Yes, for some: say which below"),
                Option(key="no", label="No"),
                Option(key="not-known", label="I do not know"),
            ),
            law=Citation(source="Children Act 1989", place="section 3"),
        ),
        Question(
            key="adult_more",
            asks="Anything else about them",
            hint="Where they can be reached, their language, what they do for the children",
            kind=Kind.LONG_TEXT,
            required=False,
        ),
    ),
)
