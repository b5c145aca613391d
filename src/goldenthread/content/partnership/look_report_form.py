"""What a privacy officer decides before somebody is told who looked at their record.

UK GDPR Article 15(1)(c) gives the recipients or the kinds of recipient. Those who work for a
controller are not recipients: naming one is the exception, to be decided and said why (Court of
Justice, C-579/21, which guides and does not bind in the United Kingdom).
"""

from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Question

look_report_form = Instrument(
    key="look-report-form",
    version=1,
    title="Tell somebody who looked",
    law=Citation(source="UK GDPR", place="Article 15(1)(c)"),
    sections=(
        Section(
            key="look_report",
            holds="narrative",
            title="Tell somebody who looked",
            questions=(
                Question(
                    key="asked_by",
                    asks="Who asked, and how do you know it is them?",
                    hint="Whoever has parental responsibility may ask for a child",
                    kind=Kind.LONG_TEXT,
                    max_length=500,
                    called="who asked",
                ),
                Question(
                    key="first_day",
                    asks="From which day?",
                    hint="Leave it out to begin with the first look",
                    kind=Kind.DATE,
                    required=False,
                ),
                Question(
                    key="last_day",
                    asks="Until which day?",
                    hint="Leave it out to go on until today",
                    kind=Kind.DATE,
                    required=False,
                ),
                Question(
                    key="names",
                    asks="Do you name the people who looked?",
                    hint="Agency, role, date and purpose are told without names",
                    kind=Kind.YES_NO,
                    called="whether you name people",
                ),
                Question(
                    key="why",
                    asks="Why must they be named?",
                    kind=Kind.LONG_TEXT,
                    max_length=2_000,
                    only_if=answer("names").equals("yes"),
                    called="why they must be named",
                ),
            ),
        ),
    ),
)
