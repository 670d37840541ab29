import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

/** The path of the system's Chromium, or undefined. */
export const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) =>
  existsSync(path),
);

type Fields = Readonly<Record<string, unknown>>;
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Fields;
  readonly result?: Fields;
  readonly error?: { readonly message: string };
}

/** A page in Chromium, controlled by the DevTools protocol over a pipe. */
export class BrowserPage {
  /** URLs of the page's requests, and its messages: errors, and what its policy blocked. */
  readonly requests: string[] = [];
  readonly messages: string[] = [];
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #loads: (() => void)[] = [];
  #session: string | undefined;
  #last = 0;

  private constructor(child: ChildProcess, folder: string) {
    this.#child = child;
    this.#folder = folder;
    let partial = "";
    (child.stdio[4] as Readable).setEncoding("utf8").on("data", (text: string) => {
      const all = (partial + text).split("\0");
      partial = all.pop() ?? "";
      for (const message of all) this.#take(JSON.parse(message));
    });
  }

  /** Starts Chromium with an empty page. */
  static async open(): Promise<BrowserPage> {
    const folder = await mkdtemp(join(tmpdir(), "chromium-"));
    const flags = [
      ...["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"],
      ...["--disable-background-networking", "--hide-scrollbars", "--remote-debugging-pipe"],
    ];
    const child = spawn(CHROMIUM ?? "", [...flags, `--user-data-dir=${join(folder, "profile")}`], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    const page = new BrowserPage(child, folder);
    const { targetId } = await page.send("Target.createTarget", { url: "about:blank" });
    const attached = await page.send("Target.attachToTarget", { targetId, flatten: true });
    page.#session = String(attached.sessionId);
    for (const domain of ["Page", "Runtime", "Network", "Log"]) await page.send(`${domain}.enable`);
    return page;
  }

  /** Sends a protocol command and resolves to its result. */
  async send(method: string, params: Fields = {}): Promise<Fields> {
    const id = ++this.#last;
    const session = this.#session === undefined ? {} : { sessionId: this.#session };
    const reply = new Promise<Message>((resolve) => {
      this.#waiting.set(id, resolve);
    });
    const input = this.#child.stdio[3] as Writable;
    input.write(`${JSON.stringify({ id, method, params, ...session })}\0`);
    const { result = {}, error } = await reply;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  /** Loads a URL in a window of this size, in light or dark mode. */
  async load(url: string, { width = 1280, height = 900, scheme = "light" } = {}): Promise<void> {
    await this.send("Emulation.setDeviceMetricsOverride", {
      ...{ width, height, deviceScaleFactor: 1, mobile: false },
    });
    await this.see("screen", scheme);
    const loaded = new Promise<void>((resolve) => {
      this.#loads.push(resolve);
    });
    this.requests.length = 0;
    await this.send("Page.navigate", { url });
    await loaded;
    // Charts are drawn in the next frames.
    await this.run(
      "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))",
    );
  }

  /** Emulates a screen or paper, in light or dark mode. */
  async see(media: "screen" | "print", scheme: string): Promise<void> {
    const features = [{ name: "prefers-color-scheme", value: scheme }];
    await this.send("Emulation.setEmulatedMedia", { media, features });
  }

  /** Resolves to the value of an expression in the page. Rejects if it throws. */
  async run<Value>(expression: string): Promise<Value> {
    const options = { expression, returnByValue: true, awaitPromise: true };
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", options);
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return (result as { readonly value: Value }).value;
  }

  /** Clicks the middle of the first element that matches a selector. */
  async click(selector: string): Promise<void> {
    const element = `document.querySelector(${JSON.stringify(selector)})`;
    const [x, y] = await this.run<[number, number]>(
      `${element}.scrollIntoView({ block: "center" }), (({ x, y, width, height }) => [x + width / 2, y + height / 2])(${element}.getBoundingClientRect())`,
    );
    for (const type of ["mousePressed", "mouseReleased"])
      await this.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill();
    await ended;
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #take({ id, method, params = {}, ...reply }: Message): void {
    if (id !== undefined) {
      this.#waiting.get(id)?.(reply);
      this.#waiting.delete(id);
    } else if (method === "Page.loadEventFired") this.#loads.shift()?.();
    else if (method === "Network.requestWillBeSent")
      this.requests.push((params.request as { readonly url: string }).url);
    else if (method === "Runtime.exceptionThrown" || method === "Log.entryAdded")
      this.messages.push(JSON.stringify(params));
  }
}
