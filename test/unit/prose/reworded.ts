const hour = "{field:granularity,is:[HOUR]}";
const crate = "{field:level,is:[CRATE_ITEM]}";
const shop = "{field:level,is:[SHOP]}";
const notShop = "{field:level,isNot:[SHOP]}";

/** By kind: what each sentence means, and ways to say it, each at the field that it stands at. */
export const reworded: Readonly<
  Record<string, readonly (readonly [readonly string[], string | null, readonly string[]])[]>
> = {
  "max-lookback": [
    [
      ["max-lookback start_date 40 day"],
      null,
      [
        "Data is available for at most 40 days before today.",
        "You may request no more than 40 days back from today.",
        "The earliest date you can request is 40 days before today.",
        "Data older than 40 days is not available.",
        "You cannot go back more than 40 days.",
        "You can only get data for the last 40 days.",
        "Reports can go as far back as 40 days before the current date.",
        "Start date must be within the last 40 days.",
        "The start_date cannot be older than 40 days.",
        "`start_date` must be no earlier than 40 days before the current date.",
        "Data is limited to the past 40 days.",
        "Data can be fetched for forty days.",
      ],
    ],
    [
      [`max-lookback start_date 8 day ${hour}`],
      null,
      [
        "Hourly data reaches 8 days back.",
        "When granularity is HOUR, data is limited to the last 8 days.",
      ],
    ],
  ],
  "max-range": [
    [
      ["max-range start_date end_date 30 day"],
      "end_date",
      [
        "The time range may be at most 30 days.",
        "The time between start_date and end_date cannot exceed 30 days.",
        "The date range must not be longer than 30 days.",
        "A report covers up to 30 days.",
        "Up to 30 days of data are allowed per request.",
        "start_date and end_date must be no more than 30 days apart.",
        "Must be within 30 days of the start date.",
        "No later than 30 days after start_date.",
        "The reporting period is limited to 30 days.",
        "A 30-day window is the maximum.",
        "The window closes 30 days on.",
      ],
    ],
  ],
  "min-range": [
    [
      ["min-range start_date end_date 3 day"],
      null,
      [
        "The time range must be at least 3 days.",
        "At least 3 days are required between start_date and end_date.",
        "A minimum of 3 days between the start and end date is required.",
        "The date range cannot be shorter than 3 days.",
        "The reporting window has to be no less than 3 days.",
        "start_date and end_date must be at least 3 days apart.",
        "The minimum date range is 3 days.",
        "The minimum reporting period is 3 days long.",
        "3 days minimum range.",
        "A period needs three days.",
      ],
    ],
  ],
  "min-date": [
    [
      ["min-date start_date 2021-05-01"],
      "start_date",
      [
        "Must be after 2021-05-01.",
        "The start date must be later than 2021-05-01.",
        "start_date has to be after 2021-05-01.",
        "Should be later than 2021-05-01.",
        "Start date cannot be on or before 2021-05-01.",
        "It must be more recent than 2021-05-01.",
        "Please note that the start date must be after 2021-05-01.",
        "The start_date must not be before or on 2021-05-01.",
        "The first day must not lie before May of 2021.",
      ],
    ],
    [
      ["min-date start_date 2021-04-30"],
      "start_date",
      ["Must be on or after 2021-05-01.", "Cannot be before 2021-05-01."],
    ],
  ],
  "date-format": [
    [
      ["date-format start_date"],
      "start_date",
      [
        "Dates must be in the format YYYY-MM-DD.",
        "Must be in YYYY-MM-DD format.",
        "The format is YYYY-MM-DD.",
        "Formatted as YYYY-MM-DD.",
        "Should be given in the format YYYY-MM-DD.",
        "Use the format YYYY-MM-DD.",
        "start_date must be provided in the form of YYYY-MM-DD.",
        "YYYY-MM-DD format required.",
        "A day, written YYYY-MM-DD.",
        "Format: YYYY-MM-DD, please.",
      ],
    ],
  ],
  "forbidden-when": [
    [
      [`forbidden-when shelf_ids ${crate}`],
      "shelf_ids",
      [
        "Do not use this field when level is CRATE_ITEM.",
        "Must be omitted if level is CRATE_ITEM.",
        "shelf_ids are unsupported when level is CRATE_ITEM.",
        "This parameter is unavailable for reports at the Crate Item level.",
        "With level CRATE_ITEM, shelf_ids may not be set.",
        "Whenever the level is set to CRATE_ITEM, this field must not be provided.",
        "Prohibited at the CRATE_ITEM level.",
        "Shelf ids cannot be specified with level CRATE_ITEM.",
        "At CRATE_ITEM level, no shelf_ids are accepted.",
        "Not valid when the level equals CRATE_ITEM.",
      ],
    ],
    [
      ["forbidden-when shelf_ids {field:level,isNot:[SHOP]}"],
      "shelf_ids",
      ["Leave out unless level is SHOP."],
    ],
  ],
  "only-when": [
    [
      [`only-when start_hour ${hour}`],
      "start_hour",
      [
        "Can be used only when granularity is HOUR.",
        "May only be set if the granularity is HOUR.",
        "Only supported with granularity HOUR.",
        "Available for hourly reports only.",
        "This field can only be specified when granularity equals HOUR.",
        "start_hour is supported only for hourly data.",
        "`start_hour` must only be provided if `granularity` is set to HOUR.",
        "Valid exclusively when granularity is HOUR.",
        "Used solely for hourly reports.",
        "The start hour is only accepted with hourly granularity.",
        "Meaningful only if you count by the hour.",
      ],
    ],
  ],
  "requires-value": [
    [
      ["requires-value clerk_ids {field:level,is:[SHOP]}"],
      "clerk_ids",
      [
        "Requires level SHOP.",
        "This needs level to be SHOP.",
        "Level must be SHOP.",
        "To use this field, level must be SHOP.",
        "level must be set to SHOP to use this parameter.",
        "The level has to be SHOP.",
        "The level should be SHOP.",
        "In order to use this, level must be SHOP.",
        "Requires that level is SHOP.",
        "Wants level to be SHOP, or not.",
      ],
    ],
    [
      ["requires-value clerk_ids {field:level,is:[SHOP_SPLIT,SHELF_SPLIT]}"],
      "clerk_ids",
      [
        "Level must end with _SPLIT.",
        "Requires a level that ends in _SPLIT.",
        "level must be a value ending with _SPLIT.",
      ],
    ],
  ],
  "forbidden-values-when": [
    [
      [`forbidden-values-when split_types [AGE] ${notShop}`],
      "split_types",
      [
        "AGE is supported only at SHOP level.",
        "AGE can only be used when level is SHOP.",
        "AGE is only valid for SHOP level reports.",
      ],
    ],
    [
      [`forbidden-values-when split_types [AGE,CITY] ${shop}`],
      "split_types",
      [
        "AGE and CITY are not supported when level is SHOP.",
        "If level is SHOP, do not include AGE or CITY.",
        "At SHOP level, AGE and CITY are unavailable.",
        "split_types must not contain AGE or CITY if level is SHOP.",
        "AGE and CITY cannot be used with level SHOP.",
        "When level equals SHOP, AGE and CITY cannot be provided.",
        "AGE and CITY make no sense for a SHOP.",
      ],
    ],
    [
      [`forbidden-values-when columns [SHELF_ID,SHELF_NAME,SHELF_STATUS] ${crate}`],
      "columns",
      [
        "Columns about shelf are unavailable when level is CRATE_ITEM.",
        "At the Crate Item level, shelf related columns cannot be used.",
      ],
    ],
  ],
  "at-least-one-of": [
    [
      ["at-least-one-of [[shelf_ids],[clerk_ids,crate_ids]]"],
      null,
      [
        "Either shelf_ids or both clerk_ids and crate_ids must be provided.",
        "You must specify either shelf_ids or clerk_ids and crate_ids.",
        "Either shelf_ids or both clerk_ids and crate_ids are required.",
        "The request must have either shelf_ids, or both clerk_ids and crate_ids.",
        "Requests should contain either shelf_ids or both clerk_ids and crate_ids.",
        "Give shelf_ids, or else clerk_ids together with crate_ids.",
      ],
    ],
    [
      ["at-least-one-of [[shelf_ids],[clerk_ids]]"],
      null,
      [
        "At least one of shelf_ids and clerk_ids is required.",
        "You must provide at least one of shelf_ids or clerk_ids.",
        "One or more of shelf_ids and clerk_ids must be set.",
        "Requires at least one of shelf_ids, clerk_ids.",
        "Either shelf_ids or clerk_ids must be given.",
        "shelf_ids and clerk_ids cannot both be missing.",
      ],
    ],
  ],
};
