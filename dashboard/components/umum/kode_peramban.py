"""What a component sends to the browser: HTML, CSS and JavaScript that lie in the folder `peramban` beside it."""

from pathlib import Path


def browser_code(module_file: str, *names: str) -> str:
    """The files as one text, without indentation and lines of comment: it is sent with every run of the page."""
    folder = Path(module_file).parent / "peramban"
    lines = (line.strip() for name in names for line in (folder / name).read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))
