"""Makes workspaces of an imaginary province for measuring: the same seed gives the same bytes.

Run from the repository: ``python -m benchmarks.generate large /tmp/large``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks import words
from benchmarks.tasks import LEADS, PERIOD, MadeTask, annex_task, duty, report

DUTIES_OF_TEN = 1
SENDERS = 4
"""Reports on each plan that is reported on; the other agencies are silent."""
REPORTED_PLANS = 3
"""Every third plan is reported on."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many plans, and how many tasks each of them has."""

    plans: int
    tasks: int


SIZES = {"small": Size(1, 50), "province": Size(30, 100), "large": Size(300, 100)}


def generate(root: Path, size: Size, seed: int = 1) -> None:
    """Write a workspace of that size into ``root``, a folder that is empty or not there yet."""
    for path, text in _files(size, Random(seed)):  # noqa: S311 - reproducible, not secret
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def _files(size: Size, draw: Random) -> Iterator[tuple[str, str]]:
    """Path and text of every file."""
    yield "kehoach.yaml", _SETTINGS
    yield "data/agencies.yaml", "".join(_agencies())
    yield "data/communes.yaml", "".join(_communes())
    yield "data/challenges.yaml", "".join(_challenges())
    yield f"data/periods/{PERIOD}.yaml", f'id: "{PERIOD}"\n'
    partners = [f"doi-tac-{number}" for number in range(1, len(words.PARTNERS) + 1)]
    plans = [f"kh-{number:03d}" for number in range(1, size.plans + 1)]
    for index, partner in enumerate(partners):
        own = plans[index :: len(partners)]
        yield f"data/partners/{partner}.yaml", _partner(partner, words.PARTNERS[index], own, draw)
    for index, plan in enumerate(plans):
        number = index % len(partners)
        yield from _plan_files(plan, partners[number], words.PARTNERS[number], size.tasks, draw)


def _plan_files(
    plan: str, partner: str, name: str, count: int, draw: Random
) -> Iterator[tuple[str, str]]:
    folder = f"data/plans/{plan}"
    blocks = ("so-khcn", "so-tc", draw.choice(LEADS[2:]), "ubnd-xa-phuong")
    yield f"{folder}/plan.yaml", _plan(plan, partner, name, blocks)
    tasks = [_task(number, plan, partner, blocks, draw) for number in range(1, count + 1)]
    head = "annex:\n  title: Danh mục nhiệm vụ phối hợp triển khai\ntasks:\n"
    yield f"{folder}/tasks.yaml", head + "\n".join(task.yaml for task in tasks)
    if int(plan[-3:]) % REPORTED_PLANS == 1:
        for number, sender in enumerate(draw.sample(LEADS, SENDERS), 100):
            own = [task for task in tasks if task.lead == sender]
            if own:
                path = f"{folder}/progress/{PERIOD}/{sender}.yaml"
                yield path, report(sender, own, number, draw)


def _task(number: int, plan: str, partner: str, blocks: tuple[str, ...], draw: Random) -> MadeTask:
    """Every tenth is a duty of one of the plan's blocks, the others are rows of the Phụ lục."""
    if number % 10 != DUTIES_OF_TEN:
        return annex_task(number, plan, partner, draw)
    clause = number // 10 % len(blocks)
    return duty(number, plan, clause + 1, blocks[clause], draw)


_SETTINGS = """\
# Tỉnh Mẫu là tỉnh giả định, sinh ra để đo tốc độ.
schema: 1
province: {name: Mẫu, code: "00", place: Tỉnh Mẫu}
focal: so-khcn
issuer: ubnd-tinh
notice: Dữ liệu giả định, sinh ra để đo tốc độ
"""

_GROUPS = """
- id: cac-so-nganh
  name: Các sở, ban, ngành
  kind: group
  members_from: {kind: department}

- id: ubnd-xa-phuong
  name: UBND các xã, phường
  kind: group
  members_from: {kind: commune}
"""


def _agencies() -> Iterator[str]:
    yield "- id: ubnd-tinh\n  name: Ủy ban nhân dân tỉnh Mẫu\n  short: UBND tỉnh\n"
    yield "  symbol: UBND\n  kind: province\n"
    for agency, name, symbol in words.DEPARTMENTS:
        yield f"\n- id: {agency}\n  name: {name}\n  symbol: {symbol}\n  kind: department\n"
        yield "  parent: ubnd-tinh\n  signers: [{title: GIÁM ĐỐC}]\n"
    yield _GROUPS


def _communes() -> Iterator[str]:
    for number, name in enumerate(words.COMMUNES, 1):
        yield f"- id: xa-{number:03d}\n  name: UBND xã {name}\n  kind: commune\n"
        yield f"  aliases: [Xã {name}]\n  parent: ubnd-tinh\n\n"


def _challenges() -> Iterator[str]:
    for number, name in enumerate(words.OBJECTS[:8], 1):
        yield f"- id: bt-{number}\n  title: Bài toán về {name}\n  compiled_by: so-khcn\n"
        yield "  source: {plan: kh-001, clause: II}\n\n"


def _partner(partner: str, name: str, plans: list[str], draw: Random) -> str:
    """A partner with its agreement, and three lettered commitments in each of its plans."""
    head = (
        f"id: {partner}\nname: {name}\nkind: company\nagreements:\n"
        f"  - id: {partner}-2026\n"
        "    title: Biên bản ghi nhớ hợp tác về chuyển đổi số giai đoạn 2026 - 2030\n"
        "    signed: 2026-03-02\n    period: 2026 - 2030\n    status: in-force\n"
    )
    commitments = (
        f"  - id: {partner}-{plan}-{letter}\n    plan: {plan}\n    letter: {letter}\n"
        f"    parts:\n      - {draw.choice(words.PROMISES)}\n    counterpart: so-khcn\n"
        for plan in plans
        for letter in "abc"
    )
    return head + ("commitments:\n" + "".join(commitments) if plans else "")


def _plan(plan: str, partner: str, name: str, blocks: tuple[str, ...]) -> str:
    """A draft: issued plans need the signed text beside them."""
    return f"""\
id: {plan}
kind: ke-hoach
state: draft
text: reconstructed
title: Triển khai hợp tác với {name} về chuyển đổi số giai đoạn 2026 - 2030
period: 2026 - 2030
partners: [{partner}]
grounds:
  style: lines
  items:
    - type: Biên bản ghi nhớ
      date: 2026-03-02
      title: hợp tác về chuyển đổi số giai đoạn 2026 - 2030
intro: UBND tỉnh ban hành Kế hoạch triển khai hợp tác với {name}, cụ thể như sau.
sections:
  - heading: MỤC ĐÍCH, YÊU CẦU
    text: |
      # Mục đích

      - Phát huy thế mạnh của đối tác trong phát triển chính quyền số, kinh tế số, xã hội số.

      - Nâng cao năng lực quản lý, chất lượng phục vụ người dân và doanh nghiệp.

      # Yêu cầu

      - Bám sát nội dung đã ký kết, phù hợp với điều kiện của tỉnh.

      - Phân công rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm quyền.
  - heading: NỘI DUNG
    text: |
      Các nhiệm vụ cụ thể được nêu tại Phụ lục kèm theo Kế hoạch này.
  - heading: TỔ CHỨC THỰC HIỆN
    duties: [{", ".join(blocks)}]
    commitments: [{partner}]
closing: Trên đây là Kế hoạch triển khai hợp tác; các cơ quan, đơn vị tổ chức thực hiện
recipients:
  - {{agency: {partner}, note: p/h}}
  - agency: cac-so-nganh
  - agency: ubnd-xa-phuong
filing: "Lưu: VT"
signer: {{lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}}
"""


def main() -> None:
    """``SIZE FOLDER [--seed N]``."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("size", choices=SIZES)
    options.add_argument("folder", type=Path)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    generate(chosen.folder, SIZES[chosen.size], chosen.seed)


if __name__ == "__main__":
    main()
