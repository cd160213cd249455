"""Knowledge: who is who, in every language that has been written for it."""

from dragoman.knowledge.store import Alias, Known, Office, Store, store

__all__ = ["Alias", "Known", "Office", "Store", "store"]
