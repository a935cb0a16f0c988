/** How the Telegram channel runs; `config.ts` builds it from the environment. */
export type TelegramSettings =
  /** No TELEGRAM_BOT_TOKEN, or TELEGRAM_MODE=off. */
  { readonly mode: 'off' } | TelegramConnection;

export type TelegramConnection =
  /** A token alone, or TELEGRAM_MODE=polling: no inbound port needed. */
  | ({ readonly mode: 'polling' } & TelegramAccess)
  | ({
      readonly mode: 'webhook';
      /** TELEGRAM_WEBHOOK_SECRET: 1-256 of A-Za-z0-9_-, compared in constant time. */
      readonly secret: string;
      /** TELEGRAM_WEBHOOK_URL, public https address of `/telegram/webhook`; null: an operator calls setWebhook. */
      readonly url: string | null;
    } & TelegramAccess);

export interface TelegramAccess {
  /** TELEGRAM_BOT_TOKEN. */
  readonly token: string;
  /** TELEGRAM_API_ROOT; null for https://api.telegram.org. */
  readonly apiRoot: string | null;
}
