"""Two people changing one thing: the second keeps their words and is told."""

from goldenthread.language.answers import Problem


class Conflict(Exception):
    """Raised when what a form was made from has since changed: 409, with the words kept."""

    def __init__(self, says: str) -> None:
        super().__init__(says)
        self.says = says


class Refused(Exception):
    """Raised when answers break a question or a rule: each problem names its field."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
