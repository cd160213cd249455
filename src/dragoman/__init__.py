"""dragoman: reports about international incidents in, an evidence-linked dossier out."""

__version__ = "0.1.0"
