import type { IsSingle, NotAllowed } from "./request-types.js";

/**
 * Marks requests if at least one of them is known to have an invalid body. Nothing can be assigned
 * to this type, and the compiler's message contains the reason. It is an index signature, because
 * with a named property, the compiler would not infer literal types in a `map` callback.
 */
export interface InvalidBody<Message> {
  readonly [message: symbol]: Message;
}

/**
 * Requests of the type `Task`, as a list or an iterable. `Valid` is a request with any valid body.
 * `Checked` contains the checked body of each `Task`; it is a union if there are several types of
 * bodies.
 *
 * If a body is known to be invalid, this is an error type. For a literal list, the compiler's error
 * then points to the item or field, because the union contains a separate list type. For any other
 * list or iterable, the error states the reason within three lines.
 */
export type CheckedTasks<Task, Valid, Checked> = TasksUnless<
  TaskMistakes<Task, Valid, Checked>,
  Task,
  Valid,
  Checked
>;

type TasksUnless<Mistake, Task, Valid, Checked> =
  | (([Mistake] extends [never] ? unknown : InvalidBody<Mistake>) &
      readonly CheckedTask<Mistake, Task, Valid, Checked>[])
  // Omitted for invalid bodies, which saves a line in the compiler's error. The empty list makes
  // the compiler infer a tuple for a literal list. If it inferred an array, it would drop each item
  // type that has all fields of another item type and more.
  | (([Mistake] extends [never] ? unknown : never) &
      (
        | readonly []
        | Iterable<CheckedTask<Mistake, Task, Valid, Checked>>
        | AsyncIterable<CheckedTask<Mistake, Task, Valid, Checked>>
      ));

type CheckedTask<Mistake, Task, Valid, Checked> = [Task] extends [Valid]
  ? Task & ([Mistake] extends [never] ? unknown : Checked)
  : Valid;

/**
 * The body if it may be valid, otherwise any valid body. This way, an invalid body causes a single
 * error, not another one at each use of its rows.
 */
export type ValidBody<Body, Valid> = Body extends Valid ? Body : Valid;

type TaskMistakes<Task, Valid, Checked> = [Task] extends [Valid]
  ? MarkedMessages<BodyOf<Checked>>
  : FieldMistakes<BodyOf<Task>, BodyOf<Valid>>;

type BodyOf<Task> = Task extends { readonly body: infer Body } ? Body : never;

/** The messages of fields and items that are `NotAllowed`. */
type MarkedMessages<Body> = Body extends unknown
  ? { [Field in keyof Body]-?: MessageOf<Body[Field]> }[keyof Body]
  : never;

type MessageOf<Value> =
  Value extends NotAllowed<infer Message>
    ? Message
    : Value extends readonly (infer Item)[]
      ? ItemMessage<Item>
      : never;

type ItemMessage<Item> = Item extends NotAllowed<infer Message> ? Message : never;

/** Messages about fields that are missing or have the wrong type. */
type FieldMistakes<Body, Valid> = Body extends unknown
  ? {
      [Field in keyof Valid & string]-?: Field extends keyof Body
        ? ValueMistake<Field, Exclude<Body[Field], Valid[Field]>, Valid[Field]>
        : undefined extends Valid[Field]
          ? never
          : `${Field} is missing`;
    }[keyof Valid & string]
  : never;

type ValueMistake<Field extends string, Value, Valid> = Value extends readonly (infer Item)[]
  ? Valid extends readonly (infer ValidItem)[]
    ? ItemMistake<Field, Exclude<Item, ValidItem>, ValidItem>
    : never
  : ItemMistake<Field, Value, Valid>;

type ItemMistake<Field extends string, Item, Valid> = Item extends string
  ? string extends Item
    ? `${Field} may be any string: end the body with 'as const'`
    : `${Item} is not a valid value for ${Field}${Suggestion<Item, Extract<Valid, string>>}`
  : Item extends number
    ? `${Item} is not a valid value for ${Field}`
    : `${Field} has a value of the wrong type`;

type Suggestion<Name extends string, Valid extends string> =
  Nearest<"", Name, Valid> extends infer Near extends string
    ? [Near] extends [never]
      ? ""
      : IsSingle<Near> extends true
        ? `; did you mean ${Near}?`
        : ""
    : "";

/**
 * Names in `Valid` that begin with `Before` and are one typo away from the full name. The full name
 * is `Before` plus `Rest`. A typo is an extra letter, two swapped letters, a missing letter or a
 * wrong letter. The last two are only detected where the name first differs from all valid names.
 */
type Nearest<
  Before extends string,
  Rest extends string,
  Valid extends string,
> = Rest extends `${infer First}${infer Others}`
  ? Extract<
      Valid,
      `${Before}${Others}` | Swapped<Before, First, Others>
    > extends infer Edited extends string
    ? [Edited] extends [never]
      ? Extract<Valid, `${Before}${First}${string}`> extends infer Left extends string
        ? [Left] extends [never]
          ? WithOneLetter<Valid, Before, Rest> | WithOneLetter<Valid, Before, Others>
          : Nearest<`${Before}${First}`, Others, Left>
        : never
      : Edited
    : never
  : never;

type Swapped<
  Before extends string,
  First extends string,
  Others extends string,
> = Others extends `${infer Second}${infer After}` ? `${Before}${Second}${First}${After}` : never;

/** Names in `Valid` with one letter between `Before` and `After`. */
type WithOneLetter<
  Valid,
  Before extends string,
  After extends string,
> = Valid extends `${Before}${infer Between}${After}`
  ? Between extends `${string}${infer Further}`
    ? Further extends ""
      ? Valid
      : never
    : never
  : never;
