"""Where Django looks for models: each is in a file of its own name."""

from goldenthread.records.access_change import AccessChange
from goldenthread.records.access_name import AccessName
from goldenthread.records.account import Account
from goldenthread.records.account_home import AccountHome
from goldenthread.records.action import Action
from goldenthread.records.address import Address
from goldenthread.records.agency import Agency
from goldenthread.records.agency_report import AgencyReport
from goldenthread.records.break_glass import BreakGlass
from goldenthread.records.child_action import ChildAction
from goldenthread.records.clock_run import ClockRun
from goldenthread.records.delegation import Delegation
from goldenthread.records.desk_seat import DeskSeat
from goldenthread.records.directory_before import DirectoryBefore
from goldenthread.records.dissent import Dissent
from goldenthread.records.draft import Draft
from goldenthread.records.enrolment import Enrolment
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.exclusion import Exclusion
from goldenthread.records.feed_key import FeedKey
from goldenthread.records.form_version import FormVersion
from goldenthread.records.grant import Grant
from goldenthread.records.guest import Guest
from goldenthread.records.guest_pass import GuestPass
from goldenthread.records.household import Household
from goldenthread.records.household_member import HouseholdMember
from goldenthread.records.identification import Identification
from goldenthread.records.identifier import Identifier
from goldenthread.records.invitation import Invitation
from goldenthread.records.involvement import Involvement
from goldenthread.records.kept_apart import KeptApart
from goldenthread.records.look_report import LookReport
from goldenthread.records.look_sample import LookSample
from goldenthread.records.meeting import Meeting
from goldenthread.records.meeting_child import MeetingChild
from goldenthread.records.meeting_decision import MeetingDecision
from goldenthread.records.minutes import Minutes
from goldenthread.records.notification import Notification
from goldenthread.records.occasion import Occasion
from goldenthread.records.outside_identity import OutsideIdentity
from goldenthread.records.person import Person
from goldenthread.records.person_name import PersonName
from goldenthread.records.practitioner import Practitioner
from goldenthread.records.quarantine import Quarantine
from goldenthread.records.question_key import QuestionKey
from goldenthread.records.relationship import Relationship
from goldenthread.records.restricted_look import RestrictedLook
from goldenthread.records.restriction import Restriction
from goldenthread.records.sample import Sample
from goldenthread.records.sealed_record import SealedRecord
from goldenthread.records.second_person import SecondPerson
from goldenthread.records.setting import Setting
from goldenthread.records.share import Share
from goldenthread.records.shared_copy import SharedCopy
from goldenthread.records.signal import Signal
from goldenthread.records.tally import Tally
from goldenthread.records.team import Team
from goldenthread.records.trail import Trail
from goldenthread.records.trail_batch import TrailBatch
from goldenthread.records.upload import Upload
from goldenthread.records.withdrawal import Withdrawal

__all__ = [
    "AccessChange",
    "AccessName",
    "Account",
    "AccountHome",
    "Action",
    "Address",
    "Agency",
    "AgencyReport",
    "BreakGlass",
    "ChildAction",
    "ClockRun",
    "Delegation",
    "DeskSeat",
    "DirectoryBefore",
    "Dissent",
    "Draft",
    "Enrolment",
    "Entry",
    "Episode",
    "Exclusion",
    "FeedKey",
    "FormVersion",
    "Grant",
    "Guest",
    "GuestPass",
    "Household",
    "HouseholdMember",
    "Identification",
    "Identifier",
    "Invitation",
    "Involvement",
    "KeptApart",
    "LookReport",
    "LookSample",
    "Meeting",
    "MeetingChild",
    "MeetingDecision",
    "Minutes",
    "Notification",
    "Occasion",
    "OutsideIdentity",
    "Person",
    "PersonName",
    "Practitioner",
    "Quarantine",
    "QuestionKey",
    "Relationship",
    "RestrictedLook",
    "Restriction",
    "Sample",
    "SealedRecord",
    "SecondPerson",
    "Setting",
    "Share",
    "SharedCopy",
    "Signal",
    "Tally",
    "Team",
    "Trail",
    "TrailBatch",
    "Upload",
    "Withdrawal",
]
