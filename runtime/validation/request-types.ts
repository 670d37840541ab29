declare const violated: unique symbol;

/**
 * Marks a value that is known to break a rule. Nothing can be assigned to this type, and the
 * compiler's message contains the rule.
 */
export interface NotAllowed<Message extends string> {
  readonly [violated]: Message;
}

/** Type of a request's field. If the field can be missing, includes the default. */
export type FieldType<
  Request,
  Field extends PropertyKey,
  Default = undefined,
> = Field extends keyof Request
  ? undefined extends Request[Field]
    ? Exclude<Request[Field], undefined> | Default
    : Request[Field]
  : Default;

/**
 * True only if every possible value is in `Values`. Wider types are checked at run time instead.
 */
export type IsOneOf<Value, Values> = [Value] extends [never]
  ? false
  : [Value] extends [Values]
    ? true
    : false;

/** True only if no possible value is in `Values`. */
export type IsNoneOf<Value, Values> = [Value] extends [never]
  ? false
  : [Extract<Value, Values>] extends [never]
    ? true
    : false;

/** True only if the field is known to be present. */
export type IsGiven<Request, Field extends PropertyKey> = IsNoneOf<
  FieldType<Request, Field>,
  undefined
>;

/** True only if the field is known to be absent. */
export type IsOmitted<Request, Field extends PropertyKey> = IsOneOf<
  FieldType<Request, Field>,
  undefined
>;

/** True if one of the conditions, given as a union, is known to hold. */
export type Or<Conditions extends boolean> = true extends Conditions ? true : false;

/**
 * `Mark` if all conditions are known to hold, otherwise `unknown`. It tests for false, because the
 * compiler would resolve a test for true before it knows the request.
 */
export type ErrorIf<Conditions extends readonly boolean[], Mark> = false extends Conditions[number]
  ? unknown
  : Mark;

/** The `Values` that a list is known to contain. `never` for a list of unknown length. */
export type LiteralItems<List, Values> =
  IsSingle<List> extends true
    ? List extends readonly unknown[]
      ? number extends List["length"]
        ? never
        : {
            [Index in keyof List]: [List[Index]] extends [Values]
              ? IsSingle<List[Index]> extends true
                ? List[Index]
                : never
              : never;
          }[number]
      : never
    : never;

/**
 * The `Values` that a request may list in a field. All of them if the field is missing or null,
 * because the API then chooses.
 */
export type PossibleItems<Request, Field extends PropertyKey, Values> =
  FieldType<Request, Field, null> extends infer List
    ? List extends readonly (infer Item)[]
      ? Extract<Item, Values>
      : List extends null
        ? Values
        : Extract<List, Values>
    : never;

/** True only if no request of this type lists any of `Values` in the field. */
export type ListsNoneOf<Request, Field extends PropertyKey, Values> = [
  PossibleItems<Request, Field, Values>,
] extends [never]
  ? true
  : false;

/** True for a single type, false for a union, never for `never`. */
export type IsSingle<Value, All = Value> = Value extends unknown
  ? [All] extends [Value]
    ? true
    : false
  : never;

/**
 * Merges an intersection into one object type. It is a conditional type, so that editors show its
 * result instead of its name. It uses tuples, because the compiler would otherwise list all members
 * that a generic intersection may have.
 */
export type Simplify<Members> = [Members] extends [infer All]
  ? { [Name in keyof All]: All[Name] }
  : never;

/**
 * A row with these columns; `never` if one of them is not in `Values`. It is a mapped type, so that
 * each column keeps its comment. The names are unconstrained, because for a generic request, the
 * compiler would otherwise compare them with all columns, which takes seconds.
 */
export type RequiredColumns<Values, Name> = [Name] extends [infer Known extends keyof Values]
  ? { readonly [Column in Known]: Values[Column] }
  : never;

/** A row that may have these columns. It is `never` if one of them is not in `Values`. */
export type OptionalColumns<Values, Name> = [Name] extends [infer Known extends keyof Values]
  ? { readonly [Column in Known]?: Values[Column] }
  : never;

/** A list in which every value that is known to be forbidden is marked. */
export type ForbidItems<List, Values, Message extends string> = {
  readonly [Index in keyof List]: [List[Index]] extends [never]
    ? List[Index]
    : [List[Index]] extends [Values]
      ? NotAllowed<`${List[Index] & string} ${Message}`>
      : List[Index];
};

/**
 * Marks fields that the request does not have. The compiler does not check this itself for a
 * generic parameter.
 */
export type NoExtraKeys<Request, Known> = {
  // For a union of requests, the fields of each member.
  readonly [Field in Exclude<
    Request extends unknown ? keyof Request : never,
    Known extends unknown ? keyof Known : never
  >]: NotAllowed<`${Field & string} is not a field of the request`>;
};
