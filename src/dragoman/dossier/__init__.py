"""The dossier for people: one self-contained HTML page, or Markdown."""

from dragoman.dossier.html import render_html
from dragoman.dossier.markdown import render_markdown

__all__ = ["render_html", "render_markdown"]
