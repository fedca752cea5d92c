import { parseArgs } from 'node:util';
import { scenarios, type Scenario } from './edits';
import { registerKinds, type RegisterKind } from './registers';
import { measures, type Measure } from './report';

export interface Options {
  /** Nothing but a list of what can be chosen. */
  readonly help: boolean;
  readonly json: boolean;
  /** Only the table in README.md. */
  readonly readme: boolean;
  readonly sizes: readonly number[];
  readonly wanted: ReadonlySet<Measure>;
  readonly kinds: readonly RegisterKind[];
  readonly seed: number;
  readonly peers: boolean;
  readonly build: boolean;
  readonly profile: Measure | undefined;
  /** Of a profile of keystrokes, the only one that is made. */
  readonly scenario: Scenario | undefined;
}

export const usage = `npm run bench -- [OPTION …]
  --json                 one JSON object instead of tables (npm itself keeps silent with "npm run --silent bench -- --json")
  --readme               the table under "Speed" in README.md, at 1000,10000,100000 unless --sizes says else
  --sizes 100,1000       numbers of entries; 100,1000,10000,100000 if left out
  --only keystroke       ${Object.keys(measures).join(', ')}; several with commas
  --registers mean,flow  ${Object.keys(registerKinds).join(', ')}, or all; mean if left out
  --seed 1               other registers and edits
  --no-peers             nothing is compared with
  --no-build             dist/ as it is
  --profile keystroke    where the time goes, in wholeCheck, keystroke or open; with --sizes and --registers, of which the first counts
  --scenario quantity    for a profile of keystrokes: ${Object.keys(scenarios).join(', ')}`;

/** Throws a sentence about what can't be understood. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'json': { type: 'boolean', default: false },
      'readme': { type: 'boolean', default: false },
      'sizes': { type: 'string', default: '' },
      'only': { type: 'string', default: '' },
      'registers': { type: 'string', default: '' },
      'seed': { type: 'string', default: '1' },
      'no-peers': { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
      'profile': { type: 'string', default: '' },
      'scenario': { type: 'string', default: '' },
      'help': { type: 'boolean', default: false },
    },
  });
  const profile = choose(values.profile, Object.keys(measures) as Measure[])[0];
  if (profile && !['wholeCheck', 'keystroke', 'open'].includes(profile)) {
    throw new Error('Only wholeCheck, keystroke and open can be profiled.');
  }
  const kinds = Object.keys(registerKinds) as RegisterKind[];
  return {
    help: values.help,
    json: values.json,
    readme: values.readme,
    sizes: values.sizes ? readNumbers(values.sizes) : profile ? [10_000] : values.readme ? [1000, 10_000, 100_000] : [100, 1000, 10_000, 100_000],
    wanted: new Set(orAll(choose(values.only, Object.keys(measures) as Measure[]), Object.keys(measures) as Measure[])),
    kinds: values.registers === 'all' ? kinds : orAll(choose(values.registers, kinds), ['mean']),
    seed: readNumbers(values.seed)[0]!,
    peers: !values['no-peers'],
    build: !values['no-build'],
    profile,
    scenario: choose(values.scenario, Object.keys(scenarios) as Scenario[])[0],
  };
}

function orAll<T>(chosen: readonly T[], all: readonly T[]): readonly T[] {
  return chosen.length > 0 ? chosen : all;
}

function choose<T extends string>(list: string, among: readonly T[]): T[] {
  return list.split(',').filter(Boolean).map(word => {
    const chosen = among.find(each => each === word);
    if (!chosen) {
      throw new Error(`"${word}" is none of ${among.join(', ')}.`);
    }
    return chosen;
  });
}

function readNumbers(list: string): number[] {
  return list.split(',').map(word => {
    if (!/^[1-9]\d{0,6}$/.test(word)) {
      throw new Error(`"${word}" is no whole number from 1 to 9999999.`);
    }
    return Number(word);
  });
}
