"""Early help: how much begins, who leads it, and how it ends."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.indicator import Good, Indicator, Unit

EARLY_HELP = Citation(
    source="Working Together to Safeguard Children 2018", place="chapter 1, early help"
)

early_help_started = Indicator(
    key="early-help-started",
    id="IND-EH-01",
    title="Early help started",
    definition=("Early help episodes that began in the period, whoever asked for them."),
    table="early_help",
    dated_by="earl_episode_start_date",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.earl_episode_start_date.notnull(),
    owner="early-help",
    law=EARLY_HELP,
)


early_help_led_by_partners = Indicator(
    key="early-help-led-by-partners",
    id="IND-EH-02",
    title="Early help led by an agency other than the council",
    definition=(
        "Of the early help that began in the period and has a lead practitioner, that whose "
        "lead works for another agency."
    ),
    table="early_help",
    dated_by="earl_episode_start_date",
    unit=Unit.EVENT,
    good_is=Good.HIGH,
    counts=_.early_help_lead_agency.notnull(),
    of_which=_.early_help_lead_agency != "council",
    owner="early-help",
    law=EARLY_HELP,
)


early_help_outcomes_met = Indicator(
    key="early-help-outcomes-met",
    id="IND-EH-03",
    title="Early help that ended with what the family wanted",
    definition=(
        "Of the early help that ended in the period, that which ended because what the family "
        "wanted to change had changed."
    ),
    table="early_help",
    dated_by="earl_episode_end_date",
    unit=Unit.EVENT,
    good_is=Good.HIGH,
    counts=_.earl_episode_end_date.notnull(),
    of_which=_.earl_episode_end_reason == "outcomes-met",
    owner="early-help",
    law=EARLY_HELP,
)


early_help_stepped_up = Indicator(
    key="early-help-stepped-up",
    id="IND-EH-04",
    title="Early help that ended by stepping up to social care",
    definition=("Of the early help that ended in the period, that which was stepped up."),
    table="early_help",
    dated_by="earl_episode_end_date",
    unit=Unit.EVENT,
    good_is=Good.LOW,
    counts=_.earl_episode_end_date.notnull(),
    of_which=_.earl_episode_end_reason == "stepped-up",
    owner="early-help",
    law=EARLY_HELP,
)
