import type { Language } from "@wares/contracts";
import type { Letter } from "./letter.ts";

export type Person = Readonly<{ firstName?: string | undefined; language: Language }>;
type Words = Omit<Letter, "language" | "footnote" | "button"> & {
  footnote?: string;
  press?: string;
};

const why = {
  en: "You get this mail because this address was given to Wares.",
  zh: "您收到此邮件，是因为有人在 Wares 使用了这个邮箱地址。",
} as const;

const letter = (
  language: Language,
  { footnote, press, ...words }: Words,
  url?: string,
): Letter => ({
  language,
  ...words,
  ...(press && url && { button: { text: press, url } }),
  footnote: footnote ?? why[language],
});

const greeting = ({ firstName, language }: Person): string => {
  if (!firstName) return language === "zh" ? "您好！" : "Hello,";
  return language === "zh" ? `${firstName}，您好！` : `Hello ${firstName},`;
};

export const welcome = (person: Person, shopUrl: string): Letter =>
  letter(
    person.language,
    person.language === "zh"
      ? {
          subject: "欢迎来到 Wares",
          heading: "欢迎来到 Wares",
          paragraphs: [
            greeting(person),
            "很高兴认识您。确认邮箱之后，您就可以在账户里查看订单、保存收货地址。",
          ],
          press: "去逛逛",
        }
      : {
          subject: "Welcome to Wares",
          heading: "Good to have you here",
          paragraphs: [
            greeting(person),
            "Once your e-mail is confirmed, your account keeps your orders and addresses in one place.",
          ],
          press: "Look around",
        },
    shopUrl,
  );

export const confirmEmail = (language: Language, url: string): Letter =>
  letter(
    language,
    language === "zh"
      ? {
          subject: "请确认您的邮箱",
          heading: "还差一步，账户就开好了",
          paragraphs: ["点击下面的按钮，确认这个邮箱是您的。链接 24 小时内有效，只能使用一次。"],
          press: "确认邮箱",
          footnote: "如果不是您本人注册，请忽略此邮件，什么也不会发生。",
        }
      : {
          subject: "Confirm your e-mail",
          heading: "One press, and your account is open",
          paragraphs: [
            "Press the button to show us that this address is yours. The link works for 24 hours, once.",
          ],
          press: "Confirm e-mail",
          footnote: "If you did not register at Wares, ignore this mail and nothing happens.",
        },
    url,
  );

export const emailInUse = (language: Language, url: string): Letter =>
  letter(
    language,
    language === "zh"
      ? {
          subject: "您已经有一个 Wares 账户",
          heading: "您已经有账户了",
          paragraphs: [
            "有人用这个邮箱再次注册。您已有账户，直接登录即可；若忘记密码，或当时没有完成邮箱确认，请设置新密码。",
          ],
          press: "设置新密码",
          footnote: "如果不是您本人操作，请忽略此邮件，您的账户没有任何变化。",
        }
      : {
          subject: "You already have a Wares account",
          heading: "You already have an account",
          paragraphs: [
            "Somebody registered with this address again. Just sign in; if you forgot your password, or never confirmed your e-mail, set a new one.",
          ],
          press: "Set a new password",
          footnote: "If it was not you, ignore this mail. Nothing about your account has changed.",
        },
    url,
  );

export const resetPassword = (language: Language, url: string): Letter =>
  letter(
    language,
    language === "zh"
      ? {
          subject: "设置新密码",
          heading: "设置新密码",
          paragraphs: ["点击下面的按钮设置新密码。链接一小时内有效，只能使用一次。"],
          press: "设置新密码",
          footnote: "如果不是您本人操作，请忽略此邮件，您的密码保持不变。",
        }
      : {
          subject: "Set a new password",
          heading: "Set a new password",
          paragraphs: [
            "Press the button to choose a new password. The link works for one hour, once.",
          ],
          press: "Set a new password",
          footnote: "If you did not ask for this, ignore this mail. Your password stays as it is.",
        },
    url,
  );

export const passwordChanged = (person: Person, url: string): Letter =>
  letter(
    person.language,
    person.language === "zh"
      ? {
          subject: "您的密码已更改",
          heading: "您的密码已更改",
          paragraphs: [
            greeting(person),
            "您的密码刚刚被更改，其他设备已全部退出登录。如果不是您本人操作，请立即设置新密码。",
          ],
          press: "不是我，设置新密码",
        }
      : {
          subject: "Your password was changed",
          heading: "Your password was changed",
          paragraphs: [
            greeting(person),
            "Your password has just been changed, and every other device was signed out. If this was not you, set a new one right away.",
          ],
          press: "Not me: set a new password",
        },
    url,
  );

export const newDevice = (person: Person, device: string, url: string): Letter =>
  letter(
    person.language,
    person.language === "zh"
      ? {
          subject: "新设备登录提醒",
          heading: "您的账户在新设备上登录",
          paragraphs: [greeting(person), "如果是您本人，无需理会。如果不是，请立即设置新密码。"],
          facts: [["设备", device]],
          press: "不是我，设置新密码",
        }
      : {
          subject: "A new device signed in",
          heading: "Your account was used on a new device",
          paragraphs: [
            greeting(person),
            "If this was you, all is well. If not, set a new password right away.",
          ],
          facts: [["Device", device]],
          press: "Not me: set a new password",
        },
    url,
  );

export const abandonedCart = (person: Person, count: number, url: string): Letter =>
  letter(
    person.language,
    person.language === "zh"
      ? {
          subject: "您的购物车还在等您",
          heading: "您的购物车还在等您",
          paragraphs: [greeting(person), `您的购物车里还有 ${count} 件商品。`],
          press: "查看购物车",
          footnote: "您同意接收我们的推荐邮件，因此收到此信。可随时在账户的偏好设置中关闭。",
        }
      : {
          subject: "Your cart is still here",
          heading: "Still thinking it over?",
          paragraphs: [
            greeting(person),
            count === 1
              ? "One thing is waiting in your cart."
              : `${count} things are waiting in your cart.`,
          ],
          press: "Open the cart",
          footnote:
            "You agreed to mails like this. Switch them off under Preferences in your account at any time.",
        },
    url,
  );
