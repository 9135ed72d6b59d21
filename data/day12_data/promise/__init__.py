"""The promise reader: from "you'll hear in seven to ten days" to a window of days, or to why there is none."""

from day12_data.promise.reader import read_promise
from day12_data.promise.reading import Reading, Refused, Vague, Window, echo, promise

__all__ = ["Reading", "Refused", "Vague", "Window", "echo", "promise", "read_promise"]
