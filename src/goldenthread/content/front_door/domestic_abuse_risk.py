"""What the police saw of the risk: the ticks of the DASH checklist, and the grade given to it.

Twenty-seven ticks in our own words; a checklist advises and the officer's judgement stands beside
it. The partnership's own rule makes fourteen ticks high whatever the grade.
"""

from goldenthread.kernel.citation import Citation
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Option, Question

DASH = Citation(
    source="Domestic Abuse, Stalking and Harassment risk checklist (DASH 2009)",
    place="risk identification",
)
HIGH_TICKS = 14

TICKS = (
    Option(key="injured", label="The incident caused an injury"),
    Option(key="frightened", label="Very frightened"),
    Option(key="afraid-of", label="Afraid of further violence"),
    Option(key="isolated", label="Feels cut off from family or friends"),
    Option(key="low", label="Low, or has thought of suicide"),
    Option(key="separating", label="Has left, or tried to, in the past year"),
    Option(key="child-contact", label="Conflict over contact with the children"),
    Option(key="stalked", label="Followed, rung or messaged without end"),
    Option(key="pregnant-or-baby", label="Pregnant, or has had a baby in the past 18 months"),
    Option(key="more-often", label="It happens more often"),
    Option(key="worse", label="It is getting worse"),
    Option(key="controlling", label="Controls everything, or is jealous without end"),
    Option(key="weapon-used", label="A weapon or an object was used to hurt"),
    Option(key="threat-to-kill", label="Has threatened to kill, and was believed"),
    Option(key="strangled", label="Tried to strangle, choke, suffocate or drown"),
    Option(key="sexual", label="Says or does sexual things that hurt"),
    Option(key="another-threatens", label="Somebody else threatens as well"),
    Option(key="hurt-others", label="Has hurt somebody else, a child or a relative"),
    Option(key="hurt-animals", label="Has mistreated an animal"),
    Option(key="money", label="Money is a problem or is withheld"),
    Option(key="drink-drugs-mind", label="Drink, drugs or mental health affect the suspect"),
    Option(key="suicide-threat", label="The suspect has threatened or tried suicide"),
    Option(key="broke-bail", label="Has broken bail, an injunction or an order"),
    Option(key="police-record", label="The suspect is known to police for violence"),
    Option(key="children-hurt", label="Has hurt or threatened the children"),
    Option(key="honour", label="So-called honour: afraid of others in the family"),
    Option(key="other-worry", label="Something else raises the officer's worry"),
)

risk = Section(
    key="risk",
    title="The risk",
    holds="criminal",
    questions=(
        Question(
            key="dash_risk",
            asks="What risk did the officer give it?",
            kind=Kind.CHOICE,
            holds="criminal",
            column="dash_risk",
            options=(
                Option(key="standard", label="Standard"),
                Option(key="medium", label="Medium"),
                Option(key="high", label="High"),
            ),
            called="the officer's risk grade",
            law=DASH,
        ),
        Question(
            key="dash_ticks",
            asks="Which boxes of the DASH checklist are ticked?",
            kind=Kind.CHOICES,
            holds="criminal",
            options=TICKS,
            required=False,
            called="the ticks of the DASH checklist",
            law=DASH,
        ),
        Question(
            key="repeat_victim",
            asks="Has this victim been reported to police before?",
            kind=Kind.YES_NO,
            may_be_not_known=True,
        ),
        Question(
            key="victim_pregnant",
            asks="Is the victim pregnant?",
            kind=Kind.YES_NO,
            holds="health",
            may_be_not_known=True,
        ),
        Question(key="injuries", asks="Was anybody injured?", kind=Kind.YES_NO, holds="health"),
        Question(
            key="weapons",
            asks="Was a weapon used or threatened?",
            kind=Kind.YES_NO,
            holds="criminal",
        ),
        Question(
            key="strangulation",
            asks="Was anybody strangled or suffocated?",
            kind=Kind.YES_NO,
            holds="criminal",
            may_be_not_known=True,
        ),
    ),
)
