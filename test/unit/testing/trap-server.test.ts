import { once } from "node:events";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { createTrapServer } from "../../../runtime/testing/index.js";

const REPLY = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
const HEAD = "POST /a HTTP/1.1\r\nhost: x\r\ncontent-length: 9";

it.each([
  ["in one packet", [`${HEAD}\r\n\r\nabc\r\n\r\nde${HEAD}\r\n\r\n123456789`]],
  ["after its head", [`${HEAD}\r\n\r\n`, "abc\r\n\r\nde", `${HEAD}\r\n\r\n`, "123456789"]],
  ["in pieces", [`${HEAD}\r\n\r\nabc\r`, "\n\r\nd", `e${HEAD}\r\n`, "\r\n123456789"]],
])("a trap server records requests without a body that arrives %s", async (_, packets) => {
  await using server = await createTrapServer([{ write: REPLY, after: "stall" }]);
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1").setNoDelay();
  let answered = "";
  socket.setEncoding("utf8").on("data", (text: string) => {
    answered += text;
  });
  await once(socket, "connect");
  for (const packet of packets) {
    await new Promise((sent) => socket.write(packet, sent));
    await new Promise((later) => setTimeout(later, 20));
  }
  await expect.poll(() => answered).toBe(REPLY + REPLY);
  socket.destroy();
  expect(server.requests).toEqual([HEAD, HEAD]);
});
