/** The functions and the constant that the `support` entry exports. A test checks this list. */
export const SUPPORT_FUNCTIONS: readonly string[] = (
  "NO_VIOLATIONS apiRequest appClient atLeast atMost authorizationUrl bestUnionMatch boundaryViolation checkFields columnFacts " +
  "columnKinds combinationOf commaSeparated connect contract countCharacters countItems createCodeVerifier createTable dayNumber " +
  "describeColumns describeRowsOf exchangeCode excludedNumber flowClient formatViolation hasRepeats idColumns identityBody innerField " +
  "invalidToday isDateTime isDayShaped isDigits isMultiple isRecord isUnique isoDay journalKey memoryState microToCurrency missing " +
  "omit openJournal operationClient outOfRange ownFields pagedClient parseRows parseRowsAt parseWithStringIds patternMismatch pick " +
  "plan pointerTo push pushNotOneOf reconnect refreshTokens repeatedItem requireFields requireKey rowsWithoutIds shareConnection " +
  "standardSchema textColumns timeMismatch toFormData toUrlEncoded unknownField unreadable utcToday valueSet violation withJsonSchema " +
  "withStyles withSync wrongType zeroColumns"
).split(" ");

/** The types and classes that the `support` entry exports. A test checks this list. */
export const SUPPORT_TYPES: readonly string[] = (
  "AbortOptions AccessCredentials AcquireOptions ApiCall ApiError ApiFailure ApiRequest AppOptions AttributeValue Attributes " +
  "AuthError AuthorizationUrlOptions BodyReader Bucket BufferOptions CallArgs CallInit CallOptions CallSettings CheckedTasks " +
  "ClientEvent ClientMethods ClientOptions Clock CodeVerifier ColumnFacts ColumnKind ColumnKinds ColumnOf ColumnType ColumnUnit " +
  "ColumnValue ColumnValues Condition Connected Connection ConnectionError CreateOptions CreateOutcomeUnknownError CreateTableOptions " +
  "Credentials DescribeOptions DisplayName DisplayNames DownloadError DownloadFailure DownloadOptions Dropped DroppedDays " +
  "DroppedValues EnvironmentCredentials ErrorCode ErrorIf EventOptions ExchangeCodeOptions Fetch FetchInit FetchOptions FetchResponse " +
  "FetchResult FieldCheck FieldChecks FieldPaths FieldType FinishedReport Flow FlowCall FlowClient ForbidItems GuaranteedColumn " +
  "InstrumentOptions InvalidArgumentError InvalidBodyError IsGiven IsNoneOf IsOmitted IsOneOf ItemOf ItemStream Journal JournalEntry " +
  "JournalRequest JsonSchema JsonSchemaOptions KeyedRowsDescription Lease LeaseLostError LevelFacts ListFacts ListsNoneOf " +
  "LiteralItems LogLevel LogOptions Logger Meter NextPage NoExtraKeys NotAllowed NotFoundError Operation OperationClient " +
  "OptionalColumns Or Page PagePromise PagedClient PagedOperation Paging ParquetType PermissionDeniedError PinterestReportsError Plan " +
  "PlanFacts PlanOptions Plannable Planned PollOptions PollTimeoutDetails PollTimeoutError PossibleItems QueryStyle QuotaPlace " +
  "QuotaUse QuotaWait RateLimit RateLimitError RateLimitRoom ReadRow RefreshCredentials RefreshOptions RefreshTokensOptions " +
  "ReportEntry ReportFailedError ReportHandle ReportItem ReportMethods ReportProgress ReportStatus ReportTask RequestMethod " +
  "RequestOptions RequestSettings RequiredColumns ResponseHeaders ResponseInfo ResponseKind ResponsePromise ResumeOptions RowColumn " +
  "RowFacts RowIds RowStream RowsDescription RowsOptions Rule RunAllOptions RunDeadlineDetails RunDeadlineError RunOptions " +
  "SchemaOptions SharedOptions SharedState SharedStateError Simplify Span SpanContext SqlDialect StandardIssue StandardJsonSchema " +
  "StandardResult StandardSchema Statuses StoredCredentials StoredTokens SyncBody SyncDays SyncFailure SyncOptions SyncPlan " +
  "SyncProgress SyncResult SyncTarget TakeOptions TaskIterable ToArrayOptions TokenStore Tokens Tracer ValidBody ValidateOptions " +
  "Violation ViolationParams Violations WaitOptions WithResponse ZeroColumns"
).split(" ");

/**
 * Types that the templates declare under a fixed name. Names derived from a report or call, such as
 * `ReportRequest`, are reserved elsewhere.
 */
export const OWN_TYPES: readonly string[] =
  "AddedColumn AnalyticsColumnValues AnyReportJob AnySyncJob Client ColumnName CsvRow FullClient Guarantees JsonRow Row ZeroFilledColumn".split(
    " ",
  );

/**
 * Global names that a type must not hide from the code that imports it.
 *
 * The list begins with the classes and utility types of ECMAScript and TypeScript. Then come the
 * classes of browsers, Node.js and other runtimes, and the types of their arguments. DOM classes
 * such as `Comment`, `Image` or `Range` are left out: they are common names in descriptions, and
 * server code has no such globals.
 */
export const GLOBAL_TYPES: readonly string[] = (
  "AggregateError Array ArrayBuffer ArrayBufferLike ArrayBufferView ArrayIterator ArrayLike AsyncGenerator AsyncIterable " +
  "AsyncIterableIterator AsyncIterator Atomics Awaited BigInt BigInt64Array BigUint64Array Boolean Capitalize ConstructorParameters " +
  "DataView Date Error ErrorOptions EvalError Exclude Extract FinalizationRegistry Float32Array Float64Array Function Generator " +
  "InstanceType Int16Array Int32Array Int8Array Intl Iterable IterableIterator Iterator IteratorResult JSON Lowercase Map " +
  "Math NoInfer NonNullable Number Object Omit OmitThisParameter Parameters Partial Pick Promise PromiseFulfilledResult PromiseLike " +
  "PromiseRejectedResult PromiseSettledResult " +
  "PropertyDescriptor PropertyKey Proxy RangeError Readonly ReadonlyArray ReadonlyMap ReadonlySet Record ReferenceError Reflect " +
  "RegExp RegExpExecArray RegExpMatchArray Required ReturnType Set SharedArrayBuffer String Symbol SyntaxError TemplateStringsArray " +
  "ThisParameterType ThisType TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray Uncapitalize Uppercase WeakKey " +
  "WeakMap WeakRef WeakSet " +
  "AbortController AbortSignal Blob BlobPart BodyInit BroadcastChannel BufferSource ByteLengthQueuingStrategy CompressionStream " +
  "CountQueuingStrategy Crypto CryptoKey CloseEvent CustomEvent DOMException DecompressionStream ErrorEvent Event EventListener EventSource " +
  "EventTarget File FormData Headers HeadersInit MessageChannel MessageEvent MessagePort Navigator Performance PerformanceEntry " +
  "PerformanceMark PerformanceMeasure PerformanceObserver PerformanceObserverEntryList PerformanceResourceTiming " +
  "ReadableByteStreamController ReadableStream ReadableStreamBYOBReader ReadableStreamBYOBRequest ReadableStreamDefaultController " +
  "ReadableStreamDefaultReader Request RequestInfo RequestInit Response ResponseInit Storage SubtleCrypto TextDecoder " +
  "TextDecoderStream TextEncoder TextEncoderStream TransformStream TransformStreamDefaultController URL URLPattern URLSearchParams " +
  "WebAssembly WebSocket Worker WritableStream WritableStreamDefaultController WritableStreamDefaultWriter " +
  "Buffer NodeJS"
).split(" ");
