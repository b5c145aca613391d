"""The classes a field can be of: seven questions answered once, and named for what they hold."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Access(StrEnum):
    """Who may read it: by row security, by signing in, the service alone, or no serving role."""

    RELATIONSHIP = "relationship"
    SIGNED_IN = "signed-in"
    SERVICE = "service"
    NOBODY = "nobody"


class Redaction(StrEnum):
    """What a document that leaves the partnership does with it."""

    NONE = "none"
    IDENTITY = "identity"
    NARRATIVE = "narrative"
    SOURCE = "source"
    STAFF = "staff"
    NEVER_LEAVES = "never-leaves"


class SubjectAccess(StrEnum):
    """What somebody asking for their own record gets of it (UK GDPR article 15)."""

    GIVEN = "given"
    READ_FIRST = "read-first"
    WITHHELD = "withheld"
    NOT_THEIRS = "not-theirs"


class Retention(StrEnum):
    """Whose clock it is kept by; the periods themselves are the partnership's to set."""

    CHILD = "child"
    ACCOUNT = "account"
    DRAFT = "draft"
    TRAIL = "trail"
    PARTNERSHIP = "partnership"


class Statistics(StrEnum):
    """Whether what counts may read it, or never sees it."""

    COUNTED = "counted"
    NEVER = "never"


class Log(StrEnum):
    """Whether the trail or a log may hold it: an opaque id or a key of content, or never."""

    ID = "id"
    NEVER = "never"


@dataclass(frozen=True, kw_only=True)
class Class:
    """One answer to each of the seven questions.

    `holds` is the key of what content calls the field class, by which need to know shows or masks
    it; "" where it is about no child.
    """

    access: Access
    redaction: Redaction
    subject_access: SubjectAccess
    retention: Retention
    statistics: Statistics = Statistics.NEVER
    log: Log = Log.NEVER
    holds: str = ""


# About a child, behind row security.
WORKFLOW = Class(
    access=Access.RELATIONSHIP,
    redaction=Redaction.NONE,
    subject_access=SubjectAccess.GIVEN,
    retention=Retention.CHILD,
    holds="admin",
)
EVENT = replace(WORKFLOW, statistics=Statistics.COUNTED)
STEP = replace(EVENT, log=Log.ID)
IDENTITY = replace(WORKFLOW, redaction=Redaction.IDENTITY, holds="identity")
# Who else there is, and who of them decides for the child.
TIE = replace(IDENTITY, holds="third-party")
RESPONSIBLE = replace(IDENTITY, holds="legal")
# Where somebody lives may be what another must not learn.
WHEREABOUTS = replace(IDENTITY, subject_access=SubjectAccess.READ_FIRST, holds="contact")
# The flag, and with it the whole of an address that has it.
KEPT_SAFE = replace(WHEREABOUTS, holds="safe-address")
CHARACTERISTIC = replace(IDENTITY, statistics=Statistics.COUNTED)
NARRATIVE = replace(
    WORKFLOW,
    redaction=Redaction.NARRATIVE,
    subject_access=SubjectAccess.READ_FIRST,
    holds="narrative",
)
HOLDER = replace(
    WORKFLOW, redaction=Redaction.STAFF, subject_access=SubjectAccess.READ_FIRST, log=Log.ID
)
SOURCE = replace(
    WORKFLOW,
    redaction=Redaction.SOURCE,
    subject_access=SubjectAccess.WITHHELD,
    log=Log.ID,
    holds="source-identity",
)
# The same, in words.
SENDER = replace(SOURCE, log=Log.NEVER)
SOURCE_AGENCY = replace(
    SOURCE, subject_access=SubjectAccess.READ_FIRST, statistics=Statistics.COUNTED
)
PLACE = replace(WORKFLOW, redaction=Redaction.NEVER_LEAVES, subject_access=SubjectAccess.NOT_THEIRS)
# The extract's policies read it, to leave the sealed stores out.
SEAL = replace(PLACE, statistics=Statistics.COUNTED)
UNCOUNTED_ID = replace(PLACE, log=Log.ID)
RECORD_ID = replace(SEAL, log=Log.ID)

# A form not yet sent.
DRAFT = Class(
    access=Access.RELATIONSHIP,
    redaction=Redaction.NEVER_LEAVES,
    subject_access=SubjectAccess.READ_FIRST,
    retention=Retention.DRAFT,
    holds="narrative",
)
DRAFT_ID = replace(DRAFT, subject_access=SubjectAccess.NOT_THEIRS, log=Log.ID)

# About colleagues and agencies.
STAFF = Class(
    access=Access.SIGNED_IN,
    redaction=Redaction.STAFF,
    subject_access=SubjectAccess.READ_FIRST,
    retention=Retention.ACCOUNT,
)
STAFF_ID = replace(
    STAFF,
    redaction=Redaction.NEVER_LEAVES,
    subject_access=SubjectAccess.NOT_THEIRS,
    log=Log.ID,
)
# Where a colleague lives: compared with by one function, read by no serving role.
STAFF_HOME = replace(STAFF, access=Access.NOBODY, redaction=Redaction.NEVER_LEAVES)
AGENCY = Class(
    access=Access.SIGNED_IN,
    redaction=Redaction.NONE,
    subject_access=SubjectAccess.NOT_THEIRS,
    retention=Retention.PARTNERSHIP,
)
AGENCY_KEY = replace(AGENCY, statistics=Statistics.COUNTED, log=Log.ID)

SECRET = Class(
    access=Access.SERVICE,
    redaction=Redaction.NEVER_LEAVES,
    subject_access=SubjectAccess.WITHHELD,
    retention=Retention.ACCOUNT,
)
RELATIONSHIP = replace(
    SECRET, subject_access=SubjectAccess.READ_FIRST, retention=Retention.CHILD, log=Log.ID
)
SECRET_ID = replace(SECRET, log=Log.ID)
MACHINERY = replace(
    SECRET, subject_access=SubjectAccess.NOT_THEIRS, retention=Retention.PARTNERSHIP
)

# A household says nothing by itself: its members are behind row security.
HOUSEHOLD = replace(AGENCY, log=Log.ID)

# Who looked at what: written by all, read by no serving role.
TRAIL = Class(
    access=Access.NOBODY,
    redaction=Redaction.NEVER_LEAVES,
    subject_access=SubjectAccess.READ_FIRST,
    retention=Retention.TRAIL,
    log=Log.ID,
)

# The search's index: filled by triggers, read by its function, and by no serving role.
SEARCHED = replace(
    TRAIL, subject_access=SubjectAccess.NOT_THEIRS, retention=Retention.CHILD, log=Log.NEVER
)
