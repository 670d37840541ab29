/**
 * Words that mean the same: the rules, the field that the text belongs to, a sentence with a gap
 * (`…`), and the words that fit into the gap.
 */
export const synonyms: readonly (readonly [
  rules: readonly string[],
  self: string | null,
  sentence: string,
  words: string,
])[] = [
  // Words without effect.
  [
    ["requires-present label {field:price,present:true}"],
    null,
    "… `label` is required if `price` is set.",
    "Please note that|Note that|Keep in mind that|Note:|Important:|Be aware that",
  ],
  [
    ["forbidden-when label {field:price,present:true}"],
    null,
    "… `label` must not be sent if `price` is set.",
    "For now,|For the time being,|At the moment,|At present,",
  ],
  // Demands.
  [
    ["requires-value label {field:kind,is:[RARE]}"],
    "label",
    "… `kind` is `RARE`.",
    "Make sure|Make sure that|Be sure|Be sure that|Ensure|Ensure that",
  ],
  [
    ["requires-present label {field:price,present:true}"],
    null,
    "… set `label` if `price` is set.",
    "Make sure to|Be sure to|You must|You have to|You need to",
  ],
  [
    ["requires-present label {field:price,present:true}"],
    null,
    "`label` … be set if `price` is set.",
    "must|shall|should|must always|must also|must then|must in turn|must therefore|has to|has also to|needs to|is to|is required to|is obliged to|is expected to|is supposed to|is also required to|is then required to|is therefore required to|must always also",
  ],
  [
    ["requires-present label {field:price,present:true}"],
    null,
    "`label` is … if `price` is set.",
    "required|mandatory|compulsory|obligatory|necessary|needed|a must|indispensable|also required|then required",
  ],
  [
    ["requires-present label {field:price,present:true}"],
    null,
    "A `price` … `label`.",
    "requires a|needs a|demands a|necessitates a|calls for a|presupposes a|implies a|cannot do without a|obliges you to set|forces you to send|goes with a",
  ],
  [
    ["requires-present label {field:price,present:true}"],
    null,
    "`price` … without a `label`.",
    "cannot go|must not go|may not go|can never go|cannot do|cannot be|cannot exist|cannot come",
  ],
  [
    ["requires-present label {field:price,present:true}"],
    null,
    "A `price` … `label` is rejected.",
    "without|without a|without setting|without sending|without giving|without also providing|without specifying|without having|in the absence of a|with no|that lacks a|lacking a",
  ],
  [
    ["requires-present label {field:price,present:true}"],
    null,
    "A `price` … `label` mandatory.",
    "makes|renders",
  ],
  [
    ["requires-present label {field:price,present:true}"],
    "price",
    "Must … `label`.",
    "be combined with|be mixed with|be paired with|be coupled with|be accompanied by|be used alongside|be used with|be sent with|be given with|be set with|be provided with|be specified with|be supplied with|be present with|be passed with|be included with|be listed with|appear with|come with|go with|occur with|exist with|coexist with|co-exist with|work with|be used along with|be used together with|be used in combination with|be used in conjunction with|be used next to|be used in addition to|be used beside",
  ],
  [
    ["forbidden-when price {field:discount,present:true}"],
    "price",
    "Must not … `discount`.",
    "be combined with|be mixed with|be paired with|be coupled with|be accompanied by|be used alongside|be used with|be sent with|be given with|be set with|be provided with|be specified with|be supplied with|be present with|be passed with|be included with|be listed with|appear with|come with|go with|occur with|exist with|coexist with|co-exist with|be used along with|be used together with|be used in combination with|be used in conjunction with|be used next to|be used in addition to|be used beside",
  ],
  [
    [
      "requires-present price {field:kind,is:[RARE]}",
      "requires-present label {field:kind,is:[RARE]}",
    ],
    "price",
    "Required if the kind is RARE; the same … `label`.",
    "goes for|applies to|holds for|is the case for|counts for",
  ],
  // Fields that belong together.
  [
    [
      "requires-present label {field:price,present:true}",
      "requires-present price {field:label,present:true}",
    ],
    null,
    "`price` and `label` ….",
    "always go together|belong together|must come in pairs|must always appear as a pair|have to work hand in hand|should travel together|can only come together|may only appear together|only come as a pair|must go only together|can only be used together|must be sent in pairs|may only be given as a pair|have to be set jointly|must always be provided together|must be specified together|can only be present together|must be supplied together|are a pair|are always a pair|are only used as a pair|are a unit|need each other|require one another|depend on each other",
  ],
  [
    [
      "requires-present label {field:price,present:true}",
      "requires-present price {field:label,present:true}",
    ],
    null,
    "`price` and `label`: send ….",
    "both or none|both or neither|either both or none|both of them or none of them|both or neither of them|all or none|all or nothing|either all or nothing|all of them or none of them",
  ],
  [
    [
      "requires-present label {field:price,present:true}",
      "requires-present price {field:label,present:true}",
    ],
    null,
    "Provide `price` and `label` together ….",
    "or neither|or none|or neither of them|or none of these|or neither of the two|or not at all|or omit both|or leave out both|or leave both out|or leave them out|or leave them both out|or leave both off|or leave both empty|or leave both unset|or drop both|or skip both|or omit all",
  ],
  [
    [
      "requires-present label {field:price,present:true}",
      "requires-present price {field:label,present:true}",
    ],
    null,
    "`price` and `label` must be given together ….",
    "or be omitted|or be omitted together|or both be omitted|or all be left out|or be absent together|or both be absent|or both left out|or not at all",
  ],
  [
    [
      "requires-present label {field:price,present:true}",
      "requires-present price {field:label,present:true}",
    ],
    null,
    "`price` and `label` must ….",
    "either both be given or both be omitted|either both be sent or both be left out|either both be set or both be absent|either both be present or both be missing|either both be provided or both be omitted|either both be specified or both be omitted",
  ],
  [
    [
      "requires-present label {field:price,present:true}",
      "requires-present price {field:label,present:true}",
    ],
    null,
    "Never send `price` and `label` ….",
    "one without the other",
  ],
  // Fields that exclude each other.
  [
    ["forbidden-when price {field:discount,present:true}"],
    null,
    "`price` and `discount` ….",
    "are mutually exclusive|are mutually incompatible|are exclusive of each other|are exclusive of one another|exclude each other|exclude one another|rule each other out|rule one another out|cancel each other out|clash with each other|conflict with one another|are not compatible with each other|are not compatible with one another|are incompatible with each other|are incompatible with one another|contradict each other|contradict one another|are alternatives|are alternatives to each other|are alternatives to one another|cannot coexist|must not coexist|may not coexist|do not coexist|never coexist|cannot co-exist|must not go together|do not go with each other|cannot be mixed|must not be combined|do not mix|are incompatible|must not both be set|may not both be given|can not both be sent|should not both be used|shall not both be provided|cannot both be present",
  ],
  [
    ["forbidden-when price {field:discount,present:true}"],
    "price",
    "Use this or `discount`, ….",
    "not both|but not both|never both|and not both|but never both|or not both|but not the two|but not both of them|but not both of the two|but not both of the fields|but not both of the two fields|but not both together|but not both at the same time|but not both simultaneously|but not both at once|but not both in combination|but not both jointly|but not both side by side|but not both in parallel|but not both concurrently|but not both in the same request|but not both within one call|but not both in a single request body|but not together|but never at the same time|but not the other|but only one|but just one of the two|and exactly one at a time|but at most one|but no more than one|but never more than one|but not more than one|but not two|but do not use both|but do not send both|but do not set both|but do not give both",
  ],
  [
    ["forbidden-when price {field:discount,present:true}"],
    null,
    "`price` and `discount` must not be sent ….",
    "together|at the same time|simultaneously|at once|in combination|jointly|side by side|in parallel|concurrently|in the same request|in one request|in a single request|in any one request|within the same request body",
  ],
  [
    ["forbidden-when price {field:discount,present:true}"],
    "price",
    "This … `discount`.",
    "rules out|rules out the use of|excludes|forbids|prohibits|precludes|prevents|disallows|bars|bans|conflicts with|clashes with|is in conflict with|is incompatible with|is not compatible with|is an alternative to|is not to be combined with|is not to be mixed with|is not to be used with|is not to be sent with|is not to be paired with|is exclusive with|is exclusive to|is exclusive of",
  ],
  [
    ["forbidden-when price {field:discount,present:true}"],
    null,
    "… `price` and `discount` may be set.",
    "Only one of|Just one of|At most one of|At the most one of|No more than one of|Not more than one of|A maximum of one of|Up to one of|Only one out of|Only one of the fields|Only one of the two|Only one from among|Only 1 of|Only one of the following:",
  ],
  [
    ["forbidden-when price {field:discount,present:true}"],
    null,
    "Do not send … `price` and `discount`.",
    "both|more than one of|two or more of|both of|both the fields|both the parameters|the pair of|the combination of|more than one out of|more than one from among",
  ],
  // At least one, or exactly one.
  [
    ["at-least-one-of [[price],[discount]]"],
    null,
    "… `price` and `discount` is required.",
    "At least one of|No less than one of|No fewer than one of|A minimum of one of|At least 1 of|At least one out of|At least one field from|At least one parameter of|At least one key among|One or more of|One or more out of|One or more from|Any of|Any one of|At least one of the fields|At least one of these parameters:|At least one of the following:",
  ],
  [
    ["at-least-one-of [[price],[discount]]", "forbidden-when price {field:discount,present:true}"],
    null,
    "… `price` and `discount` must be given.",
    "Exactly one of|Precisely one of|Exactly 1 of|Exactly one field of|Exactly one parameter out of|Exactly one key from|Exactly one from among|One and only one of|One, and only one, of|Just one and only one of|One and just one of",
  ],
  [
    ["at-least-one-of [[price],[discount]]"],
    null,
    "You must set `price`, `discount` ….",
    "or both|or both of them|or all of these|or the two|or any combination|or any combination of them|or several of those|or a combination|or a combination of them|, or both",
  ],
  [
    ["at-least-one-of [[price],[discount]]"],
    null,
    "There must be … `price` and `discount`.",
    "one of|at least one of",
  ],
  [
    ["at-least-one-of [[price],[discount]]"],
    null,
    "At least one of `price` and `discount` is required; ….",
    "sending both is fine|giving both is allowed|setting both is ok|having both is okay|using both is possible|providing both is permitted|passing both is accepted|specifying both is fine too|both may be given|both can be sent|both may be set|both can be used",
  ],
  [
    ["at-least-one-of [[price],[discount]]"],
    null,
    "… both `price` and `discount` is an error.",
    "Omitting|Leaving out|Dropping|Skipping",
  ],
  // Order.
  [
    ["number-order open_time close_time"],
    "close_time",
    "`open_time` must be ….",
    "the earlier of the two|the smaller of the two|the lower of the two times|the lesser of both|the earlier one of the two|the earlier one of both times",
  ],
  [
    ["number-order open_time close_time"],
    "open_time",
    "`close_time` must be ….",
    "the later of the two|the larger of the two|the higher of the two times|the greater of both|the later one of the two|the later one of both times",
  ],
  [
    ["number-order open_time close_time"],
    "close_time",
    "Must be … `open_time`.",
    "greater than or equal to|higher than or equal to|larger than or equal to|bigger than or equal to|more than or equal to|later than or equal to|longer than or equal to|wider than or equal to|greater than or the same as|later than or as late as|equal to or greater than|equal to or later than|equal to or after|the same as or later than|the same or later than|on or after|at or after|at or later than|at or above|no earlier than|no sooner than|no less than|no lower than|no smaller than|at least|at least as late as|at least as high as|at least as great as|at least as big as|at least equal to|after or on|after or at|after or equal to|>=|\u2265",
  ],
  [
    ["number-order open_time close_time"],
    "open_time",
    "Must be … `close_time`.",
    "less than or equal to|lower than or equal to|smaller than or equal to|earlier than or equal to|shorter than or equal to|fewer than or equal to|less than or the same as|earlier than or as early as|equal to or less than|equal to or earlier than|equal to or before|the same as or earlier than|the same or earlier than|on or before|at or before|at or earlier than|at or below|no later than|no more than|no greater than|no higher than|no larger than|no bigger than|at most|at the most|at most as high as|at most as late as|at most equal to|before or on|before or at|before or equal to|up to|<=|\u2264",
  ],
  [
    ["number-order open_time close_time 1"],
    "close_time",
    "Must be … `open_time`.",
    "greater than|higher than|larger than|bigger than|more than|later than|more recent than|further in the future than|after|past|beyond|above|over|>",
  ],
  [
    ["number-order open_time close_time 1"],
    "close_time",
    "Must … `open_time`.",
    "exceed|surpass|go beyond|go over|go above|follow",
  ],
  [
    ["number-order open_time close_time 1"],
    "open_time",
    "Must be … `close_time`.",
    "less than|lower than|smaller than|earlier than|sooner than|before|prior to|below|under|<",
  ],
  [
    ["date-order start_date end_date"],
    "end_date",
    "Must be ….",
    "the same day as `start_date` or later|on `start_date` or later|the same date as `start_date` or after|on the same day as `start_date` or a later day|the same as `start_date` or a later date|equal to `start_date` or later",
  ],
  [
    ["date-order start_date end_date"],
    "start_date",
    "Must be ….",
    "the same day as `end_date` or earlier|on `end_date` or earlier|the same date as `end_date` or before|on the same day as `end_date` or an earlier day|the same as `end_date` or an earlier date",
  ],
  // Cases.
  [
    ["requires-present label {field:price,present:true}"],
    "label",
    "Required … `price` is given.",
    "if|when|whenever|once|as soon as|where|in case|as long as|so long as|in the event that|while|given that",
  ],
  [
    [
      "requires-present label {field:price,present:true}",
      "only-when label {field:price,present:true}",
    ],
    "label",
    "Required … `price` is given.",
    "if and only if|if, and only if,|exactly if|exactly when|precisely if|precisely when|if and only when",
  ],
  [
    ["requires-present price {field:label,present:true}"],
    "label",
    "Can be set … `price` is given.",
    "only if|only when|only whenever|only where|only once|only as long as|only provided that|only provided|only in case|only ever if|on condition that|provided that|provided",
  ],
  [
    ["requires-present price {field:label,present:true}"],
    "label",
    "Can be set … `price`.",
    "only with|only together with|only along with|only in combination with|only in conjunction with|only alongside|only with a",
  ],
  [
    ["only-when label {field:kind,is:[RARE]}"],
    "label",
    "Allowed only … `RARE` baskets.",
    "for|on|in|at|with",
  ],
  [
    ["requires-present price {field:label,present:true}"],
    "label",
    "Cannot be set … `price` is given.",
    "unless|except when|except if|except where|other than when|other than if|save when",
  ],
  [
    ["forbidden-when label {field:kind,isNot:[RARE]}"],
    "label",
    "Must not be set … `kind` `RARE`.",
    "except for|except with|except in|other than for|other than with",
  ],
  [
    ["forbidden-when label {field:price,present:true}"],
    null,
    "`label` … be set if `price` is set.",
    "must not|may not|can not|could not|should not|shall not|must also not|cannot also|cannot ever|must not also|must never|may never|can never|should never|shall never|is not to|is not allowed to|is not permitted to|is never allowed to",
  ],
  [
    ["forbidden-when label {field:price,present:true}"],
    null,
    "… set `label` if `price` is set.",
    "It is not allowed to|It is never permitted to|It is not possible to|It is not valid to|It is not accepted to|It is forbidden to|It is an error to|It is invalid to|It is illegal to|It is impossible to|Do not|Never|You must not|You are not able to|You are not permitted to",
  ],
  [
    ["requires-present price {field:label,present:true}"],
    "label",
    "… be set only if `price` is set.",
    "May|Can|May also|Can also|Could|Is allowed to|Is permitted to|Is able to",
  ],
  [
    ["requires-present price {field:label,present:true}"],
    "label",
    "… only if `price` is set.",
    "Allowed|Is allowed|Permitted|Accepted|Valid|Supported|Available|Possible|Applicable|Legal|Acceptable|Usable|Applies|Works",
  ],
  [
    ["only-when label {field:kind,is:[RARE]}"],
    "label",
    "… baskets whose `kind` is `RARE`.",
    "Limited to|Restricted to|Reserved for|Confined to|Allowed only for|Allowed solely for|Allowed exclusively for",
  ],
  // Fields that are missing or refused.
  [
    ["forbidden-when label {field:price,present:true}"],
    "label",
    "… if `price` is set.",
    "Leave this empty|Leave it out|Leave this unset|Leave it blank|Leave it off|Leave blank|Leave out|Leave empty",
  ],
  [
    ["forbidden-when label {field:price,present:true}"],
    null,
    "`label` must … if `price` is set.",
    "be absent|be omitted|be left out|be left off|be left empty|be left unset|be left blank|be left away|be missing|be unset|be dropped|be removed|be skipped|be empty|be null|stay out|stay empty|stay away|remain empty|remain unset|remain absent",
  ],
  [
    ["at-least-one-of [[price],[label]]"],
    "label",
    "Required if `price` is ….",
    "absent|omitted|left out|left off|left empty|left unset|left blank|missing|unset|dropped|removed|skipped|empty|not given|not set|not present|not sent",
  ],
  [
    ["forbidden-when label {field:price,present:true}"],
    null,
    "… if `price` is set.",
    "Omit `label`|Leave out `label`|Leave off `label`|Drop `label`|Skip `label`|Remove `label`|Do not set `label`|Do not send `label`|Do not include `label`|Leave `label` out|Leave `label` empty|Leave `label` unset|Leave `label` blank|Leave `label` off|Leave `label` away",
  ],
  [
    ["at-least-one-of [[price],[label]]"],
    null,
    "Baskets that … `price` must contain `label`.",
    "omit|leave out|leave off|drop|skip|lack|do not have|do not contain|do not set|do not send|do not include",
  ],
  [
    ["forbidden-when label {field:price,present:true}"],
    null,
    "`label` is … if `price` is set.",
    "rejected|refused|declined|denied|invalid|an error|in error|forbidden|prohibited|disallowed|illegal|inadmissible|unsupported|unavailable|unacceptable|impossible|barred|banned|off limits|not allowed|not accepted|not supported|not valid|not available",
  ],
  [
    ["forbidden-when label {field:price,present:true}"],
    null,
    "`label` … if `price` is set.",
    "will be rejected|gets rejected|get refused",
  ],
  [
    ["forbidden-when price {field:discount,present:true}"],
    "price",
    "Sending this with `discount` ….",
    "fails|will fail|causes an error|leads to an error|results in a failure|results in failure|returns a bad request|produces an error|gives an error|raises an error|triggers an error|ends in an error|causes a rejection|does not work",
  ],
  // Values.
  [
    ["requires-present label {field:kind,is:[RARE]}"],
    "label",
    "Required if `kind` … `RARE`.",
    "is|is set to|is equal to|equals|is configured to|is fixed to|has the value|has a value of|has been set to|takes the value|is set to the value|=",
  ],
  [
    ["requires-present label {field:kind,is:[FANCY,RARE]}"],
    "label",
    "Required if `kind` … `RARE` or `FANCY`.",
    "is|is one of|is either|is set to either|is set to one of|takes the value|has the value",
  ],
  [
    ["requires-present label {field:kind,is:[RARE]}", "only-when label {field:kind,is:[RARE]}"],
    "label",
    "Required if `kind` is `RARE`, forbidden ….",
    "otherwise|in all other cases|in any other case|for all others|for other types|for any other type|with other values|in the other cases|for others",
  ],
  // Verbs.
  [
    ["requires-present label {field:price,present:true}"],
    null,
    "`label` is required if `price` is ….",
    "set|sent|given|provided|specified|included|passed|supplied|listed|named|carried|contained|stated|defined|filled in|filled|entered|added|used|chosen|selected|declared|mentioned|submitted|attached|present|there|configured|requested|known|populated|in place|non-empty|picked|assigned|also given|already set|actually set|explicitly set|given too|given as well",
  ],
  [
    ["requires-present label {field:price,present:true}"],
    null,
    "`label` is required if `price` ….",
    "is given|has been given|was given|is given|appears|exists|occurs|is then given|is ever given",
  ],
  [
    ["forbidden-when price {field:discount,present:true}"],
    null,
    "You must not … both `price` and `discount`.",
    "set|send|give|provide|specify|include|pass|supply|list|name|carry|contain|have|hold|state|define|fill in|fill|enter|add|use|choose|select|declare|mention|submit|attach|put|bring|configure|request|ask for|filter by|make use of|fill out|assign|present|opt for|rely on|decide on",
  ],
  [
    ["requires-present label {field:price,present:true}"],
    null,
    "A basket that … `price` must have a `label`.",
    "sets|sends|gives|provides|specifies|includes|passes|supplies|lists|names|carries|contains|has|holds|states|defines|fills in|fills|enters|adds|uses|chooses|selects|declares|mentions|submits|attaches|brings|configures|requests|asks for|filters by|makes use of|opts for|relies on|decides on",
  ],
  [
    ["forbidden-when price {field:discount,present:true}"],
    null,
    "… `price` and `discount` together is an error.",
    "Setting|Sending|Giving|Providing|Specifying|Including|Passing|Supplying|Listing|Naming|Carrying|Containing|Having|Holding|Stating|Defining|Filling in|Filling|Entering|Adding|Using|Choosing|Selecting|Declaring|Mentioning|Submitting|Attaching|Requesting|Filtering by|Picking",
  ],
  [
    ["forbidden-values-when split_types [CITY] {field:level,isNot:[CRATE]}"],
    "split_types",
    "… by `CITY` is only allowed if `level` is `CRATE`.",
    "Splitting|Breaking down|Grouping|Sorting|Filtering",
  ],
  [
    ["requires-present label {field:price,present:true}"],
    null,
    "… sets `price` must also set `label`.",
    "Whoever|Anyone who|A basket that|A basket which",
  ],
  [
    ["requires-present label {field:price,present:true}"],
    null,
    "… set `price` must also set `label`.",
    "Those who|Callers who",
  ],
  [
    ["requires-present label {field:price,present:true}"],
    null,
    "… a `price` makes `label` mandatory.",
    "The presence of|The use of|Setting|Having",
  ],
  [
    ["requires-present label {field:price,present:true}"],
    null,
    "If `price` is set, `label` must … be set.",
    "too|also|then|always|in turn|simply|strictly|explicitly|additionally|further|itself|again|already",
  ],
  // Words around a statement.
  [
    ["number-order open_time close_time 1"],
    null,
    "A shop cannot shut before it opens, … `open_time` must be before `close_time`.",
    "i.e.|i. e.|that is,|in other words,|which means|which means that",
  ],
  [
    ["number-order open_time close_time 1"],
    null,
    "A shop opens, then it closes… `open_time` must be before `close_time`.",
    ": i.e.|; that is,| - i.e.",
  ],
  [
    ["requires-present label {field:kind,is:[RARE]}"],
    "label",
    "Required … `kind` is `RARE`.",
    "for a rare one, i.e. if|in a rare case, that is, if|when it is rare, i.e., when|if it is rare, i. e. if",
  ],
  [
    ["forbidden-when price {field:discount,present:true}"],
    null,
    "`price` and `discount` cannot be combined until ….",
    "a later release|later releases|a later version|later versions|it is implemented|some time in the future|this is fixed|we support it|it is supported|the API supports it",
  ],
  [
    ["forbidden-when price {field:discount,present:true}"],
    null,
    "`price` and `discount` cannot be combined … we support it.",
    "until|till|, until",
  ],
  [
    ["date-order start_date end_date"],
    "start_date",
    "… that is not after `end_date`.",
    "Please pass a date|Pass a date|Give a date|Send a date|Use a day|Choose any date|Pick a date|Select a date|Provide a date|Specify a date|Enter a date|Set a date|Pass a value",
  ],
  [
    ["number-order open_time close_time 1"],
    "open_time",
    "Choose … `close_time`.",
    "a time which is before|a number that is less than|a value smaller than|an amount lower than|a time earlier than|a time before",
  ],
  [
    ["forbidden-when price {field:discount,present:true}"],
    null,
    "Send `price` or `discount`. …",
    "Both are not allowed.|A request with both is rejected.|Never send both.|Do not send both.|A basket with both of them is refused.|More than one of these is an error.|More than one of them is an error.|The two are mutually exclusive.|The two cannot be combined.",
  ],
  [
    ["at-least-one-of [[price],[discount]]"],
    null,
    "Send `price` or `discount`. …",
    "A request with neither is rejected.|At least one of these is required.|At least one of them is required.|One of those must be sent.",
  ],
  [
    ["forbidden-when price {field:discount,present:true}"],
    "price",
    "Is worth less than `discount`. …",
    "The two must not be combined.|Both cannot be combined.|The two fields can not be combined.|Both fields may not be combined.|The two are mutually exclusive.",
  ],
  [
    ["forbidden-when price {field:discount,present:true}"],
    null,
    "`price` and `discount` are mutually exclusive, ….",
    "because both are not possible|since we must not carry it twice|so a basket with two amounts is rejected|otherwise the basket is rejected",
  ],
];

/** Sentences with a gap. They state no relation, whichever of these words fills it. */
export const mute: readonly (readonly [self: string | null, sentence: string, words: string])[] = [
  [
    null,
    "`label` … if `price` is set.",
    "need not be given|does not need to be given|does not have to be given|is not required|is not needed|is not necessary|is not mandatory|is optional|may be given|can be given",
  ],
  [
    null,
    "`price` and `label` ….",
    "do not need to be sent together|do not have to be sent together|need not be sent together|are not mutually exclusive|can be used together|may be combined",
  ],
  [
    null,
    "… send `price` without `label`.",
    "It is fine to|It is perfectly ok to|It is okay to|It is allowed to|It is possible to|You may|You can",
  ],
  [
    null,
    "… send `label` if `price` is set.",
    "There is no need to|You need not|You do not have to",
  ],
  // Only for what is outside the request.
  [
    null,
    "A … basket with a `price` must have a `label`.",
    "new|existing|paused|active|archived|draft|live|published|approved|verified|first|second|third|last|next|previous|former|older|newer|large|small|free|paid|premium|trial|sold|different|public|private|returned|shown|pilot|beta|sandbox",
  ],
  [
    null,
    "An … basket with a `price` must have a `label`.",
    "old|existing|active|archived|approved|older",
  ],
  [
    null,
    "`label` is required in the … if `price` is set.",
    "language|languages|currency|country|countries|region|regions|market|markets|app|ui|dashboard|response|result|results|row|rows|version|versions|release|releases|phase|weekend|weekends|sandbox|drafts",
  ],
  [null, "`label` is required for the … if `price` is set.", "user|users"],
  [
    null,
    "`label` is required … if `price` is set.",
    "on mondays|during holidays|during sales|on weekdays",
  ],
  [null, "`price` and `discount` … be combined until a later release.", "could not|had not to"],
  [null, "Until a release of last year `price` and `discount` … not be combined.", "could"],
  [
    null,
    "Send `price` or `discount`. …",
    "Both are fine.|Setting both is allowed.|Two of these are shown.",
  ],
];
