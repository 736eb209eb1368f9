"""All services over one turn, by their noun."""

from dataclasses import dataclass

from bot.services.absences import Absences
from bot.services.anew import Anew
from bot.services.answered_figures import AnsweredFigures
from bot.services.answers import Answers
from bot.services.arrivals import Arrivals
from bot.services.cards import Cards
from bot.services.caseload import Caseload
from bot.services.cases import Cases
from bot.services.closings import Closings
from bot.services.colleagues import Colleagues
from bot.services.common_questions import CommonQuestions
from bot.services.consultations import Consultations
from bot.services.corrections import Corrections
from bot.services.desk import Desk
from bot.services.drafts import Drafts
from bot.services.edits import Edits
from bot.services.erasure import Erasure
from bot.services.errands import Errands
from bot.services.floods import Floods
from bot.services.foretelling import Foretelling
from bot.services.gathering import Gathering
from bot.services.groups import Groups
from bot.services.hand_overs import HandOvers
from bot.services.handling import Handling
from bot.services.held import Held
from bot.services.hints import Hints
from bot.services.looks import Looks
from bot.services.merging import Merging
from bot.services.occurrences import Occurrences
from bot.services.own_cases import OwnCases
from bot.services.own_data import OwnData
from bot.services.ownership import Ownership
from bot.services.passing_on import PassingOn
from bot.services.passings import Passings
from bot.services.people import People
from bot.services.posters import Posters
from bot.services.questions import Questions
from bot.services.quick_answers import QuickAnswers
from bot.services.read_along import ReadAlong
from bot.services.references import References
from bot.services.retention import Retention
from bot.services.routing import Routing
from bot.services.screens import Screens
from bot.services.search import Search
from bot.services.staff import Staff
from bot.services.steps import Steps
from bot.services.streets import Streets
from bot.services.talks import Talks
from bot.services.to_many import ServicesToMany
from bot.services.transcripts import Transcripts
from bot.services.translations import Translations
from bot.services.verdicts import Verdicts
from bot.services.visits import Visits
from bot.services.wijkmanagers import Wijkmanagers
from bot.services.work import Work
from bot.services.work_hours import WorkHours


@dataclass(frozen=True, slots=True)
class Services(ServicesToMany):
    """Those that reach many people at once stand apart, in `ServicesToMany`."""

    @property
    def absences(self) -> Absences:
        return Absences(self.turn)

    @property
    def people(self) -> People:
        return People(self.turn)

    @property
    def steps(self) -> Steps:
        return Steps(self.turn)

    @property
    def cases(self) -> Cases:
        return Cases(self.turn)

    @property
    def occurrences(self) -> Occurrences:
        return Occurrences(self.turn)

    @property
    def own_cases(self) -> OwnCases:
        return OwnCases(self.turn)

    @property
    def anew(self) -> Anew:
        return Anew(self.turn)

    @property
    def streets(self) -> Streets:
        return Streets(self.turn)

    @property
    def drafts(self) -> Drafts:
        return Drafts(self.turn)

    @property
    def questions(self) -> Questions:
        return Questions(self.turn)

    @property
    def common(self) -> CommonQuestions:
        return CommonQuestions(self.turn)

    @property
    def held(self) -> Held:
        return Held(self.turn)

    @property
    def hints(self) -> Hints:
        return Hints(self.turn)

    @property
    def staff(self) -> Staff:
        return Staff(self.turn)

    @property
    def transcripts(self) -> Transcripts:
        return Transcripts(self.turn)

    @property
    def translations(self) -> Translations:
        return Translations(self.turn)

    @property
    def arrivals(self) -> Arrivals:
        return Arrivals(self.turn)

    @property
    def desk(self) -> Desk:
        return Desk(self.turn)

    @property
    def handling(self) -> Handling:
        return Handling(self.turn)

    @property
    def answers(self) -> Answers:
        return Answers(self.turn)

    @property
    def corrections(self) -> Corrections:
        return Corrections(self.turn)

    @property
    def quick_answers(self) -> QuickAnswers:
        return QuickAnswers(self.turn)

    @property
    def cards(self) -> Cards:
        return Cards(self.turn)

    @property
    def looks(self) -> Looks:
        return Looks(self.turn)

    @property
    def routing(self) -> Routing:
        return Routing(self.turn)

    @property
    def search(self) -> Search:
        return Search(self.turn)

    @property
    def colleagues(self) -> Colleagues:
        return Colleagues(self.turn)

    @property
    def screens(self) -> Screens:
        return Screens(self.turn)

    @property
    def work(self) -> Work:
        return Work(self.turn)

    @property
    def hours(self) -> WorkHours:
        return WorkHours(self.turn)

    @property
    def closings(self) -> Closings:
        return Closings(self.turn)

    @property
    def erasure(self) -> Erasure:
        return Erasure(self.turn)

    @property
    def edits(self) -> Edits:
        return Edits(self.turn)

    @property
    def groups(self) -> Groups:
        return Groups(self.turn)

    @property
    def wijkmanagers(self) -> Wijkmanagers:
        return Wijkmanagers(self.turn)

    @property
    def talks(self) -> Talks:
        return Talks(self.turn)

    @property
    def own_data(self) -> OwnData:
        return OwnData(self.turn)

    @property
    def verdicts(self) -> Verdicts:
        return Verdicts(self.turn)

    @property
    def retention(self) -> Retention:
        return Retention(self.turn)

    @property
    def posters(self) -> Posters:
        return Posters(self.turn)

    @property
    def answered_figures(self) -> AnsweredFigures:
        return AnsweredFigures(self.turn)

    @property
    def floods(self) -> Floods:
        return Floods(self.turn)

    @property
    def foretelling(self) -> Foretelling:
        return Foretelling(self.turn)

    @property
    def caseload(self) -> Caseload:
        return Caseload(self.turn)

    @property
    def consultations(self) -> Consultations:
        return Consultations(self.turn)

    @property
    def hand_overs(self) -> HandOvers:
        return HandOvers(self.turn)

    @property
    def references(self) -> References:
        return References(self.turn)

    @property
    def visits(self) -> Visits:
        return Visits(self.turn)

    @property
    def read_along(self) -> ReadAlong:
        return ReadAlong(self.turn)

    @property
    def gathering(self) -> Gathering:
        return Gathering(self.turn)

    @property
    def ownership(self) -> Ownership:
        return Ownership(self.turn)

    @property
    def merging(self) -> Merging:
        return Merging(self.turn)

    @property
    def passings(self) -> Passings:
        return Passings(self.turn)

    @property
    def passing_on(self) -> PassingOn:
        return PassingOn(self.turn)

    @property
    def errands(self) -> Errands:
        return Errands(self.turn)
