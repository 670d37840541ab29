import { parseFlows } from "../../generator/parse/config.js";

/** A made-up description, with prose of our own. */
export const description = `openapi: 3.0.3
info:
  version: 1.2.3
  title: Made up
  description: Unneeded words stand here.
servers:
  - url: https://example.test/v1
    description: Where it lives
paths:
  /unrelated:
    get:
      operationId: unrelated/get
      responses:
        "200":
          description: Fine
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Unrelated"
  "/shops/{shop}/questions":
    get:
      operationId: shop/look
      summary: Look at an answer
      parameters:
        - $ref: "#/components/parameters/Shop"
      responses:
        "200":
          description: What became of it
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Look"
              example: { state: DONE }
      security:
        - login: ["shop:read"]
    post:
      operationId: shop/ask
      summary: Ask about a shop
      description: |-
        Asks a question.
        - If grain is HOUR, you can request data for up to 5 days before today.
        - If tier is ITEM, shelf_ids and clerk_ids are not permitted.
      tags: [shops]
      parameters:
        - $ref: "#/components/parameters/Shop"
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: "#/components/schemas/Ask"
      responses:
        "201":
          description: Asked
          content:
            application/json:
              schema:
                type: object
                properties:
                  token: { type: string, description: Hand it in later }
        default:
          description: Trouble
      security:
        - login: ["shop:read"]
      x-ratelimit-category: shop_reads
      x-sandbox: disabled
components:
  parameters:
    Shop:
      name: shop
      in: path
      required: true
      description: Which shop
      schema: { type: string, pattern: "^\\\\d+$" }
  schemas:
    Ask:
      type: object
      required: [start_date, end_date, grain, tier]
      properties:
        start_date: { type: string, description: "First day. Format: YYYY-MM-DD", example: "2024-01-01" }
        end_date: { type: string, description: Last day }
        grain:
          description: How finely to count
          allOf:
            - $ref: "#/components/schemas/Grain"
        tier: { type: string, enum: [SHELF, ITEM, "NO"] }
        shelf_ids: { type: array, items: { type: string }, maxItems: 50 }
        clerk_ids: { type: array, items: { type: string } }
        description:
          type: string
          title: A field that happens to have this name
          description: What to print above the answer
          nullable: true
          default: none
    Grain:
      type: string
      description: Steps of time
      enum: [HOUR, DAY]
    Look:
      type: object
      properties:
        state: { type: string, enum: [BUSY, DONE, BROKEN] }
    Unrelated:
      type: object
      description: Something else
  securitySchemes:
    login:
      type: oauth2
      description: How to log in
      flows:
        authorizationCode:
          authorizationUrl: https://example.test/oauth
          tokenUrl: https://example.test/token
          scopes:
            "shop:read": Read all about a shop
`;

export const flowsText = `flows:
  question: { create: shop/ask, poll: shop/look }
statuses: { pending: [BUSY], done: [DONE], failed: [BROKEN] }
`;

export const flows = parseFlows(flowsText);
