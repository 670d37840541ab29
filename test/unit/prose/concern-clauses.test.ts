import { describe, expect, it } from "vitest";
import { demandsOfRequest, isAboutWorld } from "../../../generator/prose/concern.js";
import { readContextOf } from "../../../generator/prose/vocabulary.js";
import { filledIn, type Row, sentenceOf, vocabulary } from "./read.js";

/**
 * Whether a sentence clearly constrains a request ("binds"), is about the world, or is neither, so
 * it "may bind".
 */
function judged(text: string): "binds" | "may bind" | "world" {
  const context = readContextOf(sentenceOf(text), vocabulary);
  const { text: read } = context.sentence;
  if (demandsOfRequest(read, context)) return "binds";
  return isAboutWorld(read, context) ? "world" : "may bind";
}

/** Sentences that clearly constrain a request. */
const BINDING: Readonly<Record<string, readonly Row[]>> = {
  "words that compel": [
    [
      "Lamps of this kind _ the same colors.",
      "must~name can~only~name may~only~name may~not~repeat cannot~repeat must~never~repeat",
    ],
    ["Digits are _ in a label.", "compulsory obligatory mandatory"],
    ["Digits are _.", "ruled~out"],
    ["A label rules out _.", "digits"],
    ["A label excludes _ digits.", "each all any every"],
    ["Do not list the same color again in the list of colors."],
    ["Never list the same color in two labels."],
    ["Only _ colors of lamps.", "provide send set specify use include"],
    ["Only include one of the colors."],
    ["The label takes the form of a word."],
    ["Do not show anything but digits."],
    ["The label has digits, and nothing else."],
    ["Please no digits."],
    ["No digits."],
    ["Letters, not _ than in the shade.", "more less"],
    ["Letters, at _.", "most the~most the~very~most least longest"],
    ["Letters, _ more than in the shade.", "no not"],
  ],

  "amounts that a lamp has": [
    [
      "A lamp holds _.",
      `at~most~5 at~the~very~least~5 at~least~5 up~to~5 exactly~5 precisely~5 no~more~than~5
       not~fewer~than~5 no~less~than~5 a~maximum~of~5 a~minimum~of~5 a~limit~of~5 a~ceiling~of~5
       a~floor~of~5 a~cap~of~5 exactly~one exactly~a~single 5~and~6 5~or~6 5~to~6 between~5~and~6
       from~5~to~6 a~single~color a~single~start_hour`,
    ],
    ["A lamp can be listed _.", "only~once at~most~once more~than~once just~once twice"],
    [
      "A lamp _ exactly 5 colors.",
      `is~made~up~of is~composed~of consist~of consists~of comprise comprises take takes offer offers
       hold holds contain contains carry carries lies~in lie~in fall~in falls~in range~from
       ranges~from is~expected~from can~have may~only~have must~not~have should~never~have
       can~appear~with can~occur~in can~be~shared~with can~be~used~with can~be~listed~with
       can~be~named~with can~be~sent~with can~be~given can~be~chosen~with can~be~selected~with
       can~be~picked~with can~be~added~with can~be~assigned`,
    ],
    ["Exactly 5 colors are _ by a lamp.", "expected"],
    ["Exactly 5 colors are what a lamp _.", "takes holds"],
  ],
  commands: [
    [
      "_ exactly 5 lamps.",
      `pick choose select name list separate delimit split join write spell enter put leave~out omit
       begin~with start~with give send supply provide specify quote escape encode enclose wrap prefix
       keep limit~it~to restrict~it~to state so~pick then~pick therefore~pick hence~pick please~pick
       and~pick`,
    ],
    ["Omit the _.", "scheme protocol"],
    ["_ the green lamp first.", "put so~put"],
    ["Put the green lamp _.", "last"],
    ["Pick lamps _.", "without~a~cord"],
  ],
  characters: [
    [
      "_.",
      `only~letters all~digits uppercase~letters upper-case~letters lowercase~letters
       lower-case~letters capital~letters small~letters plain~characters numerals letters digits`,
    ],
    ["Only digits _.", "unless~the~lamp~is~green if~the~lamp~is~green when~the~lamp~is~green"],
    [
      "A label has 5 _.",
      "characters letters digits ids entries elements items values urls links words names codes chars",
    ],
    [
      "A label _ with 2 letters.",
      "starts begins is~filled~in is~followed~by~a~word is~followed~directly~by~one",
    ],
    ["A label begins in _.", "2~letters"],
  ],
  "limits for some lamps": [
    [
      "The _ is 5 for lamps.",
      "maximum minimum limit maximum~value minimum~amount maximum~number maximum~length",
    ],
    ["It goes _ lamps.", "up~to~5~for down~to~5~for up~to~5~in up~to~5~with"],
  ],
  "fields that lamps do not have": [
    [
      "With `window`, lamps _ no label.",
      "take takes have has use uses accept accepts carry carries get gets",
    ],
    [
      "Lamps _ shelf_ids.",
      `do~not~take cannot~have must~not~use may~not~carry must~need never~get
      cannot~accept cannot~come~with cannot~show~up~in cannot~appear~in cannot~be~among cannot~be~in
      cannot~be~part~of cannot~have~the cannot~have~a cannot~have~any`,
    ],
    ["A lamp _ take shelf_ids.", "does~not"],
  ],
  comparisons: [
    [
      "Lamps _ another color than the wall.",
      "must~have should~have cannot~have may~not~have must~name must~use",
    ],
    [
      "Lamps must have _ the wall.",
      `another~color~than other~colors~than a~different~color~from
      the~same~color~as an~identical~color~to an~equal~color~to a~distinct~color~from`,
    ],
    ["Lamps must _ the wall.", "be~different~from differ~from~others~as be~equal~to"],
  ],
  "the passive": [
    [
      "Labels _ painted.",
      `must~be cannot~be may~not~be can~only~be may~only~be must~not~be
      must~never~be must~only~be must~all~be must~both~be must~also~be`,
    ],
    ["Labels must be _.", "broken sewn swept dealt bent"],
  ],
};

/** Sentences that may constrain a request. */
const MAY_BIND: Readonly<Record<string, readonly Row[]>> = {
  "what lamps send": [
    [
      "Lamps must glow by _ a color.",
      `sending setting providing passing supplying including containing listing naming
       choosing selecting using omitting excluding requesting consisting~of combining`,
    ],
    [
      "Lamps _ in pairs.",
      "may~only~appear can~only~occur must~both~appear should~never~appear cannot~appear",
    ],
    [
      "Lamps must _.",
      `take~the~form~of~a~ball start~with~green start~in~green begin~with~green
      end~with~green end~in~green combine~with~green ask~for~a~color combine~colors fill~in~a~color
      leave~the~color~out leave~the~color~empty leave~the~color~blank give~colors repeat~colors`,
    ],
    [
      "A lamp never _.",
      "starts~with~green begins~with~green ends~with~green leaves~its~color~out gives~colors repeats~colors takes~the~form~of~a~ball",
    ],
    [
      "Lamps must glow by _.",
      "starting~with~green beginning~with~green ending~in~green leaving~the~color~out giving~colors",
    ],
    ["A color must be _.", "asked~for left~out left~empty combined~with~green combined~in~pairs"],
    ["Lamps only take _ of them.", "5"],
    ["The price must be left _ for free lamps.", "blank"],
    ["The invoice must leave the price _.", "blank"],
  ],
  "bounds of lamps": [
    [
      "Lamps must burn _.",
      `at~most~5~times at~the~most~5~times at~the~very~least~5~times at~least~5~times up~to~5~times
       no~more~than~5~times not~less~than~5~times no~fewer~than~5~times not~longer~than~5~times
       no~shorter~than~5~times 5~times~at~most 5~times~at~least 5~times~at~longest
       5~times~at~the~shortest at~most~some~5~times`,
    ],
    ["Lamps never _ 5.", "go~below fall~under drop~above be~over go~beyond"],
    ["The _ lamp is 5.", "lowest highest smallest largest longest shortest"],
    [
      "Lamps _ 5 wings.",
      `must~have should~have shall~have can~have cannot~have may~have
      must~only~have must~not~have must~never~have must~have~very~big~and~green must~be
      must~exceed must~lie~on`,
    ],
    ["Lamps are only _.", "available unavailable applicable limited restricted reserved"],
  ],
  "what the API judges": [
    [
      "We only _ blue lamps.",
      "accept allow permit support require reject refuse ban need recognize recognise understand expect return~an~error~for fail~at",
    ],
    [
      "We _ accept blue lamps.",
      "do~not do~only can~only will~not would~not will~also~not currently~only cannot",
    ],
    [
      "_ only accepts blue lamps.",
      "Pinterest The~API The~endpoint The~system Our~service The~server",
    ],
    ["The _ only accept blue lamps.", "servers systems"],
  ],
  "what a label is limited to": [
    [
      "The label is only _ at night.",
      `capped restricted limited applicable relevant intended reserved available
       possible`,
    ],
    [
      "The label _ at night.",
      "only~applies is~not~unavailable is~not~impossible may~not~please can~only~please may~only~please only~works~for~lamps only~works~with~lamps cannot~be~loud may~only~be~loud can~never~be~loud",
    ],
    ["The labels _ at night.", "only~apply"],
    ["_ lamps.", "this~is~only~for it~is~only~for this~is~not~for it~is~only~meant~for"],
  ],
  "dates of reports": [
    [
      "People only see _ 5 days.",
      `data~of a~range~of a~period~of a~span~of an~interval~of
      a~date~within dates~within the~first~day~of the~last~day~of reports~reaching reports~cover
      reports~that~span reports~going reports~starting reports~begin reports~beginning reports~ending`,
    ],
    ["People only see 5 days of _.", "data range period span interval dates metrics"],
    [
      "People only see _.",
      `reports~of~today reports~of~yesterday reports~of~tomorrow
      dates~in~the~future a~range~into~the~past 5~days~before~today 5~days~ago 5~days~back
      5~days~in~the~past 5~days~into~the~past`,
    ],
    ["People only _ a while back.", "look go reach"],
    ["A person only _ a while back.", "looks goes reaches"],
    [
      "People only _ 5.",
      `get~data~of see~metrics~of fetch~reports~of query~values~of pull~data~of
      retrieve~the~newest~data~of get~a~report~of`,
    ],
  ],
  "missing data": [
    [
      "People only see AGE _.",
      `empty blank with~no~values with~no~new~data without~values without~new~data
      not~filled no~longer~populated stopped~returning not~returned not~provided as~zero return~0 returns~0`,
    ],
    ["People only see this _ empty.", "value level type"],
  ],
  "states that a request shows": [
    [
      "The name must be _.",
      `missing matching ascending descending increasing decreasing leading trailing
      something anything over~5`,
    ],
    ["The name must be _ somewhere.", "cut truncated trimmed shortened abbreviated"],
    [
      "The label must _.",
      "have~the~expected~format have~the~expected~values have~the~expected~type come~last reach~back~to~the~update",
    ],
  ],
  refusals: [
    [
      "A price without cents _.",
      `is~rejected will~reject rejects leads~to~rejection lead~to~rejection results~in~rejection
       result~in~rejection is~refused is~invalid is~forbidden is~prohibited is~disallowed
       is~illegal is~unsupported is~denied is~declined gets~an~error get~an~error results~in~an~error
       result~in~an~error leads~to~an~error lead~to~a~new~error raises~an~error raise~an~error
       is~not~allowed is~not~permitted is~not~accepted is~not~supported is~not~valid
       is~not~understood is~not~recognized is~not~recognised`,
    ],
  ],
  judgments: [
    [
      "Lamps without a color _, and a visitor sees it.",
      `error errors fail fails yield~a~400 are~under~bans are~banned are~allowed allow~it allows
       permit~it permitted accept~it accepted support supports supported are~valid
       need~validation require~it requires
       are~required are~mandatory are~compulsory are~obligatory are~incompatible are~mutually~dim
       are~ruled~out rule~out~more excludes~each exclude~all exclude~any exclude~every
       exclude~the~rest are~exclusive make~no~sense are~making~no~sense are~meaningful~only~then
       are~meaningless are~pointless are~useless`,
    ],
  ],
  demands: [
    [
      "Spell the label _, and a visitor sees it.",
      `as~it~must~be as~one~shall as~one~should as~a~lamp~needs as~a~lamp~requires~it as~required
       as~mandatory as~compulsory as~obligatory as~it~cannot~be not~twice with~no~gaps never~twice
       with~none~of~it neither~here~nor~there nor~twice only~here just~so solely~here
       exclusively~here at~most~here at~the~most at~the~very~least at~longest at~the~latest
       at~earliest with~max~care with~min~care up~to~here with~more~than~care with~less~than~care
       with~fewer~than~before longer~than~now shorter~than~now smaller~than~now larger~than~now
       greater~than~now higher~than~now lower~than~now later~than~now earlier~than~now
       older~than~now within~its~limits as~exceeding~it between~lamps exactly~so either~way
       both~ways together as~one~of~them on~the~lowest~lamp on~the~highest~lamp on~the~smallest~lamp
       on~the~largest~lamp on~the~longest~lamp on~the~shortest~lamp with~errors as~rejected
       as~refused as~it~fails as~invalid as~forbidden as~prohibited as~disallowed as~allowed
       as~valid as~accepted as~permitted as~supported as~possible unless~dim alone
       and~nothing~else~here as~it~takes~the~form `,
    ],
    ["_ spell the label aloud, and a visitor sees it.", "do~not"],
    ["_ the label glows, and a visitor sees it.", "make~sure~that ensure~that avoid~that"],
    ["Spell the label only _.", "in~English"],
    ["The possible labels _ dim or bright, and a visitor sees it.", "are"],
    ["The possible label _ dim, and a visitor sees it.", "is"],
  ],
  "the form of values": [
    [
      "Lamps must show _ somewhere.",
      `a~char chars a~character characters letters a~digit lowercase lower~case uppercase upper~case
       hexadecimal a~whole~number an~integer spaces a~blank http https commas a~slash slashes
       a~quotation~mark a~query~string fragments ids entries elements`,
    ],
  ],
  "what is sent": [
    [
      "Colors must be unique and _.",
      "not~repeated only~given never~mixed always~named also~given both~listed either~mixed",
    ],
    ["A color must _ mixed.", "get have~been be not~get~being"],
  ],
};

/** Sentences about the world. */
const OF_WORLD: Readonly<Record<string, readonly Row[]>> = {
  "what a name does": [
    [
      "The name must _.",
      `reach~people be~expected~soon match~the~account already~exist go~up~at~noon come~back~soon
       add~up~to~a~story lead~to~sales be~carried~over be~cut~off be~turned~on be~turned~off
       be~followed~on~screen last~for~years be~told~apart be~available~from~any~page bear~in~mind
       give~you~joy give~the~joy give~a~hint give~an~idea give~more~joy give~better~joy
       give~people~joy be~in~the~open~state be~in~a~happy~state be~in~an~open~state be~in~open~state
       not~show~up never~display~twice only~count~there also~return~home not~store~much
       only~deliver~joy never~happen be~available~in~all~markets be~available~to~everyone
       be~available~in~every~country be~available~in~most~regions be~available~in~some~market
       be~available~in~the~region be~filled~by~people`,
    ],
    [
      "The name must be something that _.",
      "goes~up comes~back leads~to~sales already~exists matches~the~account lasts~for~years starts begins",
    ],
    [
      "The name shall appear _ the fold.",
      "above below after before next~to on at under beside as only~on only~above",
    ],
    ["A _ name must do.", "cut truncated trimmed shortened abbreviated"],
    ["Lamps must give _ light.", "you the a an~even more better people"],
    [
      "The name must _ ready.",
      "be remain stay become be~still be~already be~fully be~currently be~also be~all",
    ],
    [
      "The name must be _.",
      `running complete incomplete active live published archived accurate exact
      up~to~date yours in~stock in~good~standing of~the~same~account of~one~same~owner
      of~the~same~business of~the~same~ad~account of~the~same~advertiser over`,
    ],
    [
      "The label may not _.",
      `be~filled yet~be~filled always~be~filled all~be~filled fully~be~filled
      appear~in~the~report appear~in~your~reports appear~in~responses appear~in~the~files
      appear~in~lists show~up have~turned have~been~painted`,
    ],
    [
      "The label must be painted _.",
      "again afterwards anymore any~more once~more manually by~hand",
    ],
    ["The label only _ when it rains.", "pleases"],
    [
      "The label _ loud.",
      "is~not are~not has~not~been have~not~been does~not~grate do~not~grate gets~no~more",
    ],
    [
      "The label _ please.",
      "cannot can~not~only could~not could~never might~not might~only might~also~not",
    ],
    ["The label _ pleases no one.", "always hardly seldom rarely often usually"],
    ["The label _ green, never red.", "was were had"],
  ],
  "people and what they may do": [
    [
      "Customers are not _ it.",
      `allowed~to~see permitted~to~see allowed~to~view allowed~to~read
      allowed~to~comment~on allowed~to~edit allowed~to~remove allowed~to~delete allowed~to~follow
      allowed~to~save allowed~to~invite~anyone~to`,
    ],
    [
      "Lamps must be _ a valid account.",
      "associated~with owned~by shared~with linked~to also~linked~to either~owned~by",
    ],
    ["We only expect _ rain.", "to~see that~lamps~glow it~to you~to"],
  ],
  freedom: [
    [
      "_ paint it.",
      `you~need~not there~is~no~need~to you~do~not~have~to you~did~not~have~to
      it~does~not~need~to you~do~not~need~to there~is~no~reason~to nothing~has~to nothing~needs~to
      it~is~not~enough~to you~rarely~need~to you~seldom~have~to you~hardly~ever~need~to
      you~hardly~need~to it~is~not~advisable~to`,
    ],
    [
      "It _.",
      `does~not~cause~an~error does~not~raise~any~errors will~not~lead~to~an~error
      would~not~result~in~errors do~not~cause~errors only~ends~without~an~error only~ends~without~any~errors
      only~makes~no~difference is~only~making~no~difference only~made~no~difference has~no~effect
      has~no~influence has~no~impact has~no~difference has~no~point~in~it does~not~matter
      only~rarely~has~to~glow`,
    ],
    [
      "They _.",
      "do~not~matter are~not~sufficient~to~glow are~not~wise~to~glow are~not~sensible~to~glow are~not~easier~to~glow",
    ],
  ],
  "acts of people": [
    [
      "_ are not allowed on such pins.",
      "comments reactions likes replies shares repins followers comments~and~likes",
    ],
    [
      "Comments are not _ pins.",
      `permitted~on possible~on supported~on accepted~on allowed~below
      allowed~under allowed~for allowed~to allowed~from allowed~on~the allowed~on~these
      allowed~on~those allowed~on~all allowed~on~any allowed~on~its allowed~on~your`,
    ],
    ["Comments are also not allowed on _.", "pins boards an~ad posts a~video products profiles"],
    ["On pins, comments are not _.", "allowed permitted"],
    ["On pins of a friend, comments are not _.", "allowed"],
  ],
  "figures that change": [
    [
      "Data of the last 5 days only gets _.",
      `regarded~as~a~guess treated~as~a~guess considered~a~guess provisional preliminary final
      estimated changing revised incomplete arriving late delayed updated refreshed`,
    ],
  ],
  "what is done with a color later": [
    ["A color must be _.", "passed~through passed~on set~up"],
    ["Lamps must be _ the wall.", "written~to"],
    ["Lamps must set up a table."],
    ["A late visit gets an error message on its screen."],
  ],
};

const filled = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap(([template, words]) => filledIn(template, words));
const others = (rows: readonly Row[], expected: string): readonly string[] =>
  filled(rows).filter((text) => judged(text) !== expected);

describe("a sentence about the request", () => {
  it.each(Object.entries(BINDING))("is clearly recognized by %s", (_, rows) => {
    expect(others(rows, "binds")).toEqual([]);
  });

  it.each(Object.entries(MAY_BIND))("is not taken for another because of %s", (_, rows) => {
    expect(filled(rows).filter((text) => judged(text) === "world")).toEqual([]);
  });
});

describe("a sentence about the world", () => {
  it.each(Object.entries(OF_WORLD))("is recognized by %s", (_, rows) => {
    expect(others(rows, "world")).toEqual([]);
  });
});
