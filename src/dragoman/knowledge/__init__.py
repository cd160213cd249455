"""Knowledge: who is who, in every language that has been written for it."""

from dragoman.knowledge.store import Store, store
from dragoman.knowledge.values import Alias, Known, Office

__all__ = ["Alias", "Known", "Office", "Store", "store"]
