"""What they said, as it is read, and what the user answered where that left a choice."""

from __future__ import annotations

from dataclasses import dataclass

from day12_data.promise import Ask, Choice, Reading, Refused, Window


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to a question."""

    words: str | None
    """The words of the choice that was kept; None for the words alone and no day."""
    asked: tuple[str, ...]
    """What the question was, so that another one is asked anew."""


@dataclass(frozen=True, slots=True)
class Said:
    """A reading of what they said, with the answer to its question."""

    reading: Reading | None = None
    """None for no words at all."""
    answer: Answer | None = None

    @property
    def asked(self) -> tuple[str, ...]:
        """What the reading asks: the words of its choices, or why it is refused."""
        match self.reading:
            case Ask(choices=choices):
                return tuple(each.words for each in choices)
            case Refused(message=message):
                return (message,)
        return ()

    @property
    def is_open(self) -> bool:
        """Whether a question is open: times to choose from, or a time that can't be read."""
        return isinstance(self.reading, Ask | Refused) and self.answer is None

    @property
    def listed(self) -> tuple[Choice, ...]:
        """The times to choose from, the likeliest first, while that is open."""
        return self.reading.choices if isinstance(self.reading, Ask) and self.answer is None else ()

    @property
    def choice(self) -> Choice | None:
        """The time that counts; None where there is none, none was kept, or it is still open."""
        match self.reading:
            case Window(choice=choice):
                return choice
            case Ask(choices=choices) if self.answer:
                return next((each for each in choices if each.words == self.answer.words), None)
        return None

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """Where the words stand that count, or that are asked about."""
        if self.choice:
            return self.choice.spans
        match self.reading:
            case Refused(at=(start, end)) if self.answer is None:
                return ((start, end),)
        return tuple(span for each in self.listed for span in each.spans)

    def answered(self, choice: Choice | None) -> Said:
        """The same with this choice kept, or the words alone."""
        return Said(self.reading, Answer(choice.words if choice else None, self.asked))

    def read_anew(self, reading: Reading | None) -> Said:
        """Another reading; an answer stands while its words are among the choices, or the question is the same."""
        new = Said(reading)
        answer = self.answer
        if answer is None:
            return new
        still = answer.words in new.asked if answer.words else answer.asked == new.asked
        return Said(reading, answer if still else None)
