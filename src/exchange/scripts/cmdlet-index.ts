/** The content of data/exchange-cmdlets.json: what Microsoft's reference says of each cmdlet, in short keys. */
export interface CmdletIndexFile {
  readonly products: Readonly<Record<string, number>>;
  readonly types: readonly string[];
  readonly sets: readonly string[];
  /** The parameters that all cmdlets have, with their aliases. */
  readonly common: Readonly<Record<string, string>>;
  readonly cmdlets: Readonly<Record<string, CmdletEntry>>;
  /** Names of other products, or of Exchange 2010 alone, with their products. */
  readonly other: Readonly<Record<string, number>>;
}

interface CmdletEntry {
  /** In which products it is, as bits. */
  readonly m: number;
  /** Superseded by. */
  readonly r?: string;
  /** The reference prefers. */
  readonly n?: string;
  /** Deprecated. */
  readonly d?: 1;
  readonly p: Readonly<Record<string, ParameterEntry>>;
}

interface ParameterEntry {
  /** In which products it is, where those aren't the cmdlet's. */
  readonly m?: number;
  /** A switch. */
  readonly s?: 1;
  /** Its type, as an index of `types`. */
  readonly t?: number;
  /** Aliases. */
  readonly a?: readonly string[];
  /** Position. */
  readonly p?: number;
  /** Required in all parameter sets (1) or in some (2). */
  readonly q?: 1 | 2;
  /** Parameter sets, as indexes of `sets`; absent for all. */
  readonly g?: readonly number[];
  /** Values that the reference lists. */
  readonly v?: readonly string[];
  /** The list reads as closed (1) or as open (2). */
  readonly w?: 1 | 2;
  /** Deprecated, or reserved for internal use at Microsoft. */
  readonly x?: 'd' | 'i';
}

/** The versions of Exchange Server for which scripts are checked, first the one that is taken where none is named: the only one that Microsoft supports. */
export const exchangeVersions = ['SE', '2019', '2016'] as const;
export type ExchangeVersion = (typeof exchangeVersions)[number];

/** A cmdlet of Exchange, as its reference describes it. */
export interface Cmdlet {
  readonly name: string;
  /** In which products it is, as bits. */
  readonly products: number;
  readonly supersededBy: string | undefined;
  /** A cmdlet that the reference recommends in its place, though this one isn't superseded. */
  readonly preferred: string | undefined;
  readonly isDeprecated: boolean;
  readonly parameters: readonly Parameter[];
  /** Its parameters by their names and aliases in lower case. */
  readonly named: ReadonlyMap<string, Parameter>;
}

/** A parameter of a cmdlet. */
export interface Parameter {
  readonly name: string;
  /** In which products it is, as bits. */
  readonly products: number;
  readonly isSwitch: boolean;
  readonly type: string | undefined;
  readonly aliases: readonly string[];
  readonly position: number | undefined;
  readonly required: 'always' | 'sometimes' | 'never';
  /** The names of its parameter sets; undefined for all. */
  readonly sets: readonly string[] | undefined;
  readonly values: readonly string[];
  /** Whether `values` are all that it takes. */
  readonly isClosedList: boolean;
  readonly isDeprecated: boolean;
  /** Reserved for internal use at Microsoft. */
  readonly isReserved: boolean;
}

/** Types whose lists of values in the reference are examples. */
const openTypes = new Set(['String', 'String[]', 'MultiValuedProperty', 'Int32', 'UInt32', 'Unlimited', 'Object']);

const productNames: Readonly<Record<string, string>> = {
  2010: 'Exchange 2010',
  2013: 'Exchange 2013',
  2016: 'Exchange 2016',
  2019: 'Exchange 2019',
  SE: 'Exchange SE',
  EXO: 'Exchange Online',
  SCC: 'Security & Compliance PowerShell',
  EOP: 'Exchange Online Protection',
};

/** Which cmdlets and parameters Exchange has, in which version. Names are found in any case, as PowerShell takes them. */
export class CmdletIndex {
  private readonly file: CmdletIndexFile;
  /** The names of cmdlets as they are written, by their lower case. */
  private readonly namesByLowerCase = new Map<string, string>();
  private readonly otherNames = new Map<string, string>();
  private readonly cmdlets = new Map<string, Cmdlet>();
  /** The names of the parameters that all cmdlets have, by their aliases and themselves, all in lower case. */
  private readonly common = new Map<string, string>();
  private readonly nouns = new Map<string, string[]>();
  private readonly cmdletsOfNoun = new Map<string, string[]>();
  private owners: Map<string, string[]> | undefined;

  constructor(file: CmdletIndexFile) {
    this.file = file;
    for (const name of Object.keys(file.cmdlets)) {
      const lower = name.toLowerCase();
      const [verb, noun] = lower.split('-') as [string, string];
      this.namesByLowerCase.set(lower, name);
      add(this.nouns, verb, noun);
      add(this.cmdletsOfNoun, noun, name);
    }
    for (const name of Object.keys(file.other)) {
      this.otherNames.set(name.toLowerCase(), name);
    }
    // Exchange's cmdlets become functions of a remote session, which adds `-AsJob`.
    for (const [name, alias] of [...Object.entries(file.common), ['AsJob', 'asjob'] as const]) {
      this.common.set(name.toLowerCase(), name).set(alias, name);
    }
  }

  /** The parameters that all cmdlets have. */
  commonParameters(): string[] {
    return Object.keys(this.file.common);
  }

  /** The names of the cmdlets that some version of Exchange Server has or had. */
  names(): string[] {
    return [...this.namesByLowerCase.values()];
  }

  /** The nouns that have cmdlets with a verb, both in lower case. */
  nounsOf(verb: string): readonly string[] {
    return this.nouns.get(verb) ?? [];
  }

  /** The names of the cmdlets of a noun in lower case. */
  cmdletsOf(noun: string): readonly string[] {
    return this.cmdletsOfNoun.get(noun) ?? [];
  }

  cmdlet(written: string): Cmdlet | undefined {
    const name = this.namesByLowerCase.get(plainName(written));
    if (name === undefined) {
      return undefined;
    }
    let cmdlet = this.cmdlets.get(name);
    if (!cmdlet) {
      cmdlet = this.read(name, this.file.cmdlets[name]!);
      this.cmdlets.set(name, cmdlet);
    }
    return cmdlet;
  }

  /** A cmdlet that Exchange Server 2016, 2019 and SE never had, with its products. */
  otherCmdlet(written: string): { readonly name: string; readonly products: number } | undefined {
    const name = this.otherNames.get(plainName(written));
    return name === undefined ? undefined : { name, products: this.file.other[name]! };
  }

  /** The bit of a version in `products`. */
  bitOf(version: ExchangeVersion): number {
    return this.file.products[version]!;
  }

  /** Whether `products` has one of Exchange Online's. */
  isOnline(products: number): boolean {
    return ['EXO', 'SCC', 'EOP'].some(product => (products & this.file.products[product]!) !== 0);
  }

  /** The names of products, for people. */
  productsOf(products: number): string[] {
    return Object.entries(this.file.products)
      .filter(([, bit]) => (products & bit) !== 0)
      .map(([name]) => productNames[name] ?? name);
  }

  /** The cmdlets that have a parameter of that name, exactly. */
  ownersOf(parameter: string): readonly string[] {
    if (!this.owners) {
      this.owners = new Map();
      for (const [name, { p }] of Object.entries(this.file.cmdlets)) {
        for (const each of Object.keys(p)) {
          add(this.owners, each.toLowerCase(), name);
        }
      }
    }
    return this.owners.get(parameter.toLowerCase()) ?? [];
  }

  /**
   * What PowerShell takes a parameter's name for: its name, an alias, or the start of one name alone. `common` are those
   * of all cmdlets; `ambiguous` are starts of several names, of which the version at hand may lack all but one.
   */
  resolve(cmdlet: Cmdlet, written: string): Parameter | 'common' | 'ambiguous' | undefined {
    const name = written.toLowerCase();
    const exact = cmdlet.named.get(name);
    if (exact) {
      return exact;
    }
    if (this.common.has(name)) {
      return 'common';
    }
    const { own, common } = this.candidates(cmdlet, name);
    if (own.length + Number(common.length > 0) > 1) {
      return 'ambiguous';
    }
    return common.length > 0 ? 'common' : own[0];
  }

  /** The parameters whose name or alias starts so, the cmdlet's own and those of all cmdlets; of these one alone that is named in full. */
  candidates(cmdlet: Cmdlet, written: string): { readonly own: readonly Parameter[]; readonly common: readonly string[] } {
    const start = written.toLowerCase();
    const exact = this.common.get(start);
    return {
      own: [...new Set([...cmdlet.named].filter(([name]) => name.startsWith(start)).map(([, parameter]) => parameter))],
      common: exact !== undefined ? [exact] : [...new Set([...this.common].filter(([name]) => name.startsWith(start)).map(([, name]) => name))],
    };
  }

  private read(name: string, { m, r, n, d, p }: CmdletEntry): Cmdlet {
    const parameters = Object.entries(p).map(([parameter, entry]) => this.readParameter(parameter, entry, m));
    const named = new Map(parameters.flatMap(parameter => [parameter.name, ...parameter.aliases].map(each => [each.toLowerCase(), parameter])));
    return { name, products: m, supersededBy: r, preferred: n, isDeprecated: d !== undefined, parameters, named };
  }

  private readParameter(name: string, { m, s, t, a, p, q, g, v, w, x }: ParameterEntry, products: number): Parameter {
    return {
      name,
      products: m ?? products,
      isSwitch: s === 1,
      type: t === undefined ? undefined : this.file.types[t],
      aliases: a ?? [],
      position: p,
      required: q === 1 ? 'always' : q === 2 ? 'sometimes' : 'never',
      sets: g?.map(index => this.file.sets[index]!),
      values: v ?? [],
      isClosedList: v !== undefined && w !== 2 && t !== undefined && !openTypes.has(this.file.types[t]!),
      isDeprecated: x === 'd',
      isReserved: x === 'i',
    };
  }
}

function add(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) {
    list.push(value);
  } else {
    lists.set(key, [value]);
  }
}

/** PowerShell takes the dashes of word processors for the plain one. */
function plainName(written: string): string {
  return written.toLowerCase().replaceAll(/[\u2013-\u2015]/g, '-');
}
