"""When all numbers of five digits are given, the next cases get six, and everybody finds them by those."""

from tests.cast import Cast
from tests.line import Line

# Of cases that were erased: nothing but the number is left.
_ALL_GIVEN = """
WITH RECURSIVE given (number) AS (SELECT 10000 UNION ALL SELECT number + 1 FROM given WHERE number < 99999)
INSERT INTO cases (number, alias, kind, place, status, urgent, sensitive, reopened, created_at, erased_at)
SELECT CAST(number AS TEXT), '', 'signal', '', 'withdrawn', 0, 0, 0, 0, 1 FROM given
"""


async def test_a_report_gets_a_longer_number_when_none_of_five_digits_is_left(line: Line, cast: Cast) -> None:
    mehmet, karel = await cast.mehmet(), await cast.karel()
    await line.turn(lambda turn: turn.tx.run(_ALL_GIVEN))
    case = await cast.case_of(mehmet, "Şişe kırıkları var")
    assert len(case.number) == 6
    assert case.number in karel.reads()[-1]
    assert case.number in mehmet.reads()[-1]
    assert "Şişe kırıkları var" in "".join(await mehmet.says(f"mesaj no {case.number}"))
    assert "Şişe kırıkları var" in "".join(await karel.says(f"/dossier {case.number}"))
    assert (await karel.says(f"/zoek {case.number}"))[-1].splitlines()[1].startswith(case.number)
