"""Recomputes what a published site says from its downloads alone, without a line of Gongshi's programs.

Usage: python3 recompute.py SITE   (Python 3.8 or newer, standard library only; exit code 1 with any difference)

Exact: points, contributions, areas, scores, bands, response rates, composites, differences, changes between years. To their
rounding: effective sizes, letters, Wilson's ends, an index from its parts, an item's mean and rate from its shares.
"""
import csv
import math
import re
import sys
from collections import Counter, defaultdict
from fractions import Fraction
from pathlib import Path

LETTERS = [(.05, 'A'), (.10, 'B'), (.15, 'C'), (.25, 'D'), (.35, 'E'), (math.inf, 'F')]
differences = []
looked_at = Counter()
quantiles = {}


def rows(path):
    if not path.exists():
        return []
    with open(path, encoding='utf-8-sig', newline='') as file:
        return list(csv.DictReader(file))


def hold(kind, fine, *what):
    looked_at[kind] += 1
    if not fine:
        differences.append(f'{kind}: {" ".join(map(str, what))}')


def half_up(value, decimals):
    unit = Fraction(10) ** decimals
    return Fraction(math.floor(value * unit + Fraction(1, 2))) / unit


def cut(value, decimals):
    unit = Fraction(10) ** decimals
    return Fraction(math.floor(value * unit)) / unit


def decimals(text):
    return len(text.partition('.')[2])


def beta(x, a, b):
    """The regularized incomplete beta function by its continued fraction."""
    if x > (a + 1) / (a + b + 2):
        return 1 - beta(1 - x, b, a)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log(1 - x)) / a
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    h = d
    for m in range(1, 500):
        for step in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                     -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 / (1 + step * d)
            c = 1 + step / c
            h *= c * d
        if abs(c * d - 1) < 1e-14:
            break
    return front * h


def t975(df):
    """The quantile of Student's distribution for an interval of 95 %."""
    if df not in quantiles:
        low, high = 1.0, 20.0
        for _ in range(100):
            middle = (low + high) / 2
            if beta(df / (df + middle * middle), df / 2, .5) > .05:
                low = middle
            else:
                high = middle
        quantiles[df] = low
    return quantiles[df]


def wilson(share, size, t):
    middle = share + t * t / (2 * size)
    half = t * math.sqrt(share * (1 - share) / size + t * t / (4 * size * size))
    return (middle - half) / (1 + t * t / size) * 100, (middle + half) / (1 + t * t / size) * 100


def points(indicator, row, index):
    """The points that follow from the published rule; those that people awarded are taken as they are."""
    rule = indicator['rule']
    if rule == 'rate':
        low, target = Fraction(indicator['floor']), Fraction(indicator['target'])
        share = (Fraction(row['raw']) - low) / (target - low) * 100
        return half_up(max(Fraction(0), min(Fraction(100), share)), int(indicator['decimals']))
    if rule == 'deduction':
        return max(Fraction(0), Fraction(indicator['full']) - Fraction(row['raw']) * Fraction(indicator['each']))
    if rule == 'survey-index':
        told = index.get((row['place'], indicator['audience'], '', 'index'))
        usable = told and told['value'] and Fraction(told['response_rate'] or 0) >= 50
        return Fraction(told['value'] if usable else indicator['if_withheld'])
    return Fraction(row['points'])


def scores(folder, index):
    indicators = {row['indicator']: row for row in rows(folder / 'indicators.csv')}
    total, area = defaultdict(Fraction), defaultdict(Fraction)
    for row in rows(folder / 'scores.csv'):
        at = (folder, row['place'], row['indicator'])
        brought = Fraction(row['weight']) * Fraction(row['points']) / 100
        hold('points', points(indicators[row['indicator']], row, index) == Fraction(row['points']), *at)
        hold('contribution', brought == Fraction(row['contribution']), *at)
        total[row['place']] += brought
        area[row['place'], row['area']] += brought
    for row in rows(folder / 'areas.csv'):
        sum_ = area[row['place'], row['area']]
        hold('area', sum_ == Fraction(row['area_points']), folder, row['place'], row['area'])
        hold('area rate', cut(sum_ / Fraction(row['weight']) * 100, 1) == Fraction(row['rate']), folder, row['place'])
    for row in rows(folder / 'grades.csv'):
        score = total[row['place']]
        band = '优秀' if score >= 85 else '合格' if score >= 60 else '不合格'
        hold('score', score == Fraction(row['score']), folder, row['place'])
        hold('score as shown', cut(score, 2) == Fraction(row['score_shown']), folder, row['place'])
        hold('band', band == row['band'], folder, row['place'])


def letter(variation):
    return next(name for bound, name in LETTERS if variation < bound)


def estimate(row, at):
    """What follows from one row: its effective size, the letter of its error, Wilson's interval of a rate."""
    value, low, high = (float(row[name]) for name in ('value', 'low', 'high'))
    n, effect, df = float(row['n']), float(row['design_effect']), int(row['df'])
    sizes = [n - 2.5, n + 2.5]
    effects = [max(effect - .005, .004), effect + .005]
    effective = [min(size, size / one) for size in sizes for one in effects]
    hold('effective size', min(effective) - 2.51 <= float(row['effective_n']) <= max(effective) + 2.51, *at)
    if row['measure'] == 'satisfied':
        shares = [max(.001, value / 100 - .005), min(.999, value / 100 + .005)]
        # The public's degrees of freedom are rounded to 5, since they would tell how many answered.
        frees = [df] if row['audience'] != 'public' else [max(1, df - 2), df + 2]
        ends = [wilson(share, size / one, t975(free))
                for share in shares for size in sizes for one in effects for free in frees]
        lows, highs = zip(*ends)
        hold("Wilson's lower end", math.floor(min(lows)) <= low <= math.floor(max(lows) + 1e-9), *at)
        hold("Wilson's upper end", math.ceil(min(highs) - 1e-9) <= high <= math.ceil(max(highs)), *at)
        errors = [math.sqrt(share * (1 - share) * one / size) / share
                  for share in shares for size in sizes for one in effects]
    else:
        unit = 10 ** -decimals(row['value'])
        if low > 0 and high < 100:
            hold('value in the middle of its interval', abs((low + high) / 2 - value) <= unit + 1e-9, *at)
        half = (high - low) / 2 / t975(df)
        errors = [max(0, half - unit / t975(df)) / (value + unit / 2), half / max(value - unit / 2, unit)]
    hold('letter', letter(min(errors)) <= row['quality'] <= letter(max(errors)), *at)


def totals(folder, index):
    """An index or rate of a whole is the mean of its parts by population."""
    for (place, audience, stage, measure), row in index.items():
        if stage or not row['value'] or not row['low']:
            continue
        parts = [part for (other, same, level, kind), part in index.items()
                 if same == audience and kind == measure and (level and other == place or not level and other != place)]
        own = [part for part in parts if part['stage']]
        parts = own or [part for part in parts if not part['stage']]
        people = sum(int(part['population']) for part in parts)
        if not parts or people != int(row['population']):
            continue
        if not all(part['value'] and part['low'] for part in parts):
            looked_at[f'{measure} with a hidden part, not recomputed'] += 1
            continue
        mean = sum(int(part['population']) * float(part['value']) for part in parts) / people
        hold(f'{measure} from its parts', abs(mean - float(row['value'])) <= 10 ** -decimals(row['value']) + 1e-9,
             folder, place, audience, mean, row['value'])


def items(folder, survey):
    found = defaultdict(dict)
    for row in survey:
        if row['mode'] == 'probability' and row['item']:
            found[row['place'], row['audience'], row['item']][row['measure'], row['option']] = row
    for at, told in found.items():
        shares = {int(option): row['value'] for (measure, option), row in told.items() if measure == 'share'}
        if not shares or not all(shares.values()):
            looked_at['items whose distribution is not shown in full'] += 1
            continue
        mean = sum((option - 1) * 25 * int(share) for option, share in shares.items()) / 100
        satisfied = sum(int(share) for option, share in shares.items() if option >= 4)
        hold('shares add up to 100', abs(sum(map(int, shares.values())) - 100) <= len(shares) / 2, folder, *at)
        for measure, value, room in (('mean', mean, 1.75), ('satisfied', satisfied, 1.5)):
            if told[measure, '']['value']:
                hold(f'{measure} from shares', abs(value - float(told[measure, '']['value'])) <= room, folder, *at)


def analysis(folder, index, before):
    told = rows(folder / 'analysis.csv')
    weights = {row['audience']: Fraction(row['value']) for row in told if row['measure'] == 'composite-weight'}
    composites = {}

    def released(place, audience, years=index):
        return Fraction(years[place, audience, '', 'index']['value']) if audience else composites[place]

    for row in told:
        if row['measure'] == 'composite' and row['value']:
            named = re.findall('[a-z]+', row['audiences'])
            mean = sum(weights[one] * released(row['place'], one) for one in named) / sum(weights[one] for one in named)
            composites[row['place']] = Fraction(row['value'])
            hold('composite', half_up(mean, decimals(row['value'])) == Fraction(row['value']), folder, row['place'])
    for row in told:
        if row['measure'] == 'difference' and row['value']:
            apart = released(row['place'], row['audience']) - released(row['other'], row['audience'])
            hold('difference', apart == Fraction(row['value']), folder, row['place'], row['other'])
        if row['measure'] == 'year-change' and row['value'] and row['audience'] and before:
            change = released(row['place'], row['audience']) - released(row['place'], row['audience'], before)
            hold('change between years', change == Fraction(row['value']), folder, row['place'], row['audience'])


def heads(survey):
    return {(row['place'], row['audience'], row['stage'], row['measure']): row
            for row in survey if row['mode'] == 'probability' and not row['item']}


def main(site):
    before = {}
    for folder in sorted(path.parent for path in (site / 'data').glob('**/scores.csv')):
        survey = rows(folder / 'survey.csv')
        index = heads(survey)
        scores(folder, index)
        for row in survey:
            at = (folder, row['place'], row['audience'], row['stage'], row['item'], row['measure'])
            if row['response_rate'] and row['responded']:
                rate = half_up(Fraction(row['responded']) / Fraction(row['invited']) * 100, 1)
                hold('response rate', rate == Fraction(row['response_rate']), *at)
            if row['mode'] == 'probability' and row['measure'] in ('index', 'mean', 'satisfied') and row['low']:
                estimate(row, at)
        totals(folder, index)
        items(folder, survey)
        analysis(folder, index, before)
        before = index if survey else before
    for kind, count in sorted(looked_at.items()):
        print(f'{count:7d} {kind}')
    for difference in differences:
        print(difference)
    print(f'{len(differences)} differences')
    return 1 if differences else 0


if __name__ == '__main__':
    sys.exit(main(Path(sys.argv[1])))
