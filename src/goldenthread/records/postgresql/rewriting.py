"""Changing one condition of a function of PostgreSQL where it stands, and nothing else of it."""

_REWRITE = """
do $rewrite$
declare said text := pg_get_functiondef('{function}'::regprocedure);
begin
  if position($old${old}$old$ in said) = 0 then
    raise exception 'nothing to rewrite in {function}';
  end if;
  execute replace(said, $old${old}$old$, $new${new}$new$);
end $rewrite$;
"""


def rewrite(function: str, *, old: str, new: str) -> str:
    """Return the SQL that puts `new` in the place of each `old` in a function's own text.

    So that a rule added to a long function does not copy it whole. It fails where `old` is not
    there, so that no function is thought to have a rule it has not.
    """
    return _REWRITE.format(function=function, old=old, new=new)
