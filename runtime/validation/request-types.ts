declare const violated: unique symbol;

/** Stands where a value certainly breaks a rule. Nothing can be assigned to it, and the compiler's message names the rule. */
export interface NotAllowed<Says extends string> {
  readonly [violated]: Says;
}

/** What a request has in a field: its own type, or the default where it is left out or may be. */
export type Has<Request, Field extends PropertyKey, Default = undefined> = Field extends keyof Request
  ? undefined extends Request[Field]
    ? Exclude<Request[Field], undefined> | Default
    : Request[Field]
  : Default;

/** True only if every value that this may be is one of those: a wide type is left to run time. */
export type Is<Value, Values> = [Value] extends [never] ? false : [Value] extends [Values] ? true : false;

/** True only if no value that this may be is one of those. */
export type IsNot<Value, Values> = [Value] extends [never] ? false : [Extract<Value, Values>] extends [never] ? true : false;

/** True only if the field is surely given. */
export type Given<Request, Field extends PropertyKey> = IsNot<Has<Request, Field>, undefined>;

/** True only if the field is surely not given. */
export type NotGiven<Request, Field extends PropertyKey> = Is<Has<Request, Field>, undefined>;

/** True if one of the conditions, given as a union, surely holds. */
export type Either<Conditions extends boolean> = true extends Conditions ? true : false;

/**
 * The mark if all conditions surely hold, else nothing. Asked this way round because the compiler would decide the reverse question
 * before it knows the request.
 */
export type If<Conditions extends readonly boolean[], Mark> = false extends Conditions[number] ? unknown : Mark;

/** Those of the values that a list surely has: one is written in its place, and no other may stand there. A list of any length has none. */
export type Named<List, Values> =
  Only<List> extends true
    ? List extends readonly unknown[]
      ? number extends List["length"]
        ? never
        : { [Index in keyof List]: [List[Index]] extends [Values] ? (Only<List[Index]> extends true ? List[Index] : never) : never }[number]
      : never
    : never;

/** The values that a request may list in a field, out of all of them: all where the field is left out or null, for then the API chooses. */
export type Listed<Request, Field extends PropertyKey, Values> =
  Has<Request, Field, null> extends infer List
    ? List extends readonly (infer Item)[]
      ? Extract<Item, Values>
      : List extends null
        ? Values
        : Extract<List, Values>
    : never;

/** True if this is one type, not several. */
type Only<Value, All = Value> = Value extends unknown ? ([All] extends [Value] ? true : false) : never;

/** The members of an intersection as those of one object. */
export type Flat<Members> = { [Name in keyof Members]: Members[Name] };

/** A row that has these columns. Made so that each keeps the comment which stands at its value. */
export type Surely<Values, Name extends keyof Values> = { readonly [Column in Name]: Values[Column] };

/** A row that may have these columns. */
export type Maybe<Values, Name extends keyof Values> = { readonly [Column in Name]?: Values[Column] };

/** A list with each value that is surely barred marked where it stands. */
export type Barred<List, Values, Says extends string> = {
  readonly [Index in keyof List]: [List[Index]] extends [never]
    ? List[Index]
    : [List[Index]] extends [Values]
      ? NotAllowed<`${List[Index] & string} ${Says}`>
      : List[Index];
};

/** Marks fields that the request does not have: a generic parameter switches the compiler's own check off. */
export type NoOthers<Request, Known> = {
  // Of a request that is one of several, the fields of each.
  readonly [Field in Exclude<keyof Request, Known extends unknown ? keyof Known : never>]: NotAllowed<`${Field &
    string} is not a field of the request`>;
};
