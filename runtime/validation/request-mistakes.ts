import type { IsSingle, NotAllowed } from "./request-types.js";

/**
 * Marks requests where one certainly has an invalid body. Nothing can be assigned to it, and the
 * compiler's message states the reason. The mark is an index signature. With a property of its own,
 * the compiler would not infer literal types in a `map` callback.
 */
export interface InvalidBody<Message> {
  readonly [message: symbol]: Message;
}

/**
 * Requests of the type `Task`, as a list or an iterable. `Valid` is a request with any valid body.
 * `Checked` has the checked body of each `Task`, one for each of several bodies.
 *
 * If a body is certainly invalid, this is an error type. For a literal list, the compiler's error
 * then points to the item or field. For any other list or iterable, it states the reason within
 * three lines. The union contains a separate list type, which makes the former possible.
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
  // Omitted for invalid bodies, which saves a line of the compiler's error. The empty list makes a
  // literal list a tuple. In an array, the compiler would drop each item that has all fields of
  // another one, and more.
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
 * The body if it may be valid, otherwise any valid body. An invalid body thus causes a single
 * error, not another one at each use of its rows.
 */
export type ValidBody<Body, Valid> = Body extends Valid ? Body : Valid;

type TaskMistakes<Task, Valid, Checked> = [Task] extends [Valid]
  ? MarkedMessages<BodyOf<Checked>>
  : FieldMistakes<BodyOf<Task>, BodyOf<Valid>>;

type BodyOf<Task> = Task extends { readonly body: infer Body } ? Body : never;

/** Messages of the fields and items that are `NotAllowed`. */
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

/** Messages of fields that are missing or of another type than in `Valid`. */
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
    ? `${Field} may be any text: end the body with 'as const'`
    : `${Item} is not a value of ${Field}${Suggestion<Item, Extract<Valid, string>>}`
  : Item extends number
    ? `${Item} is not a value of ${Field}`
    : `${Field} has a value of another type`;

type Suggestion<Name extends string, Valid extends string> =
  Nearest<"", Name, Valid> extends infer Near extends string
    ? [Near] extends [never]
      ? ""
      : IsSingle<Near> extends true
        ? `; did you mean ${Near}?`
        : ""
    : "";

/**
 * Names in `Valid` that begin with `Before` and differ from the full name in one letter. The full
 * name is `Before` and `Rest` together. One letter is extra, two are swapped, one is missing, or
 * one is another one. The last two are only looked for at the first letter that no valid name has
 * there.
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
