"""`python -m tools.compile_messages`: compiles locale/*.po to .mo, as `tirek run` does."""

from tirek.project.cli.translations import compile_translations
from tirek.project.instance import ROOT

if __name__ == "__main__":
    compile_translations(ROOT / "locale")
