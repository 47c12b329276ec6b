/**
 * Names of the IAM users that the Bedrock console creates to carry a long-term API key. They are real users: an access key or
 * a password can be added to them and works outside Bedrock too (Amazon Bedrock User Guide, "API keys").
 */
export const bedrockKeyUserPrefix = 'BedrockAPIKey-';

/** Whether an IAM user's name is one that Bedrock gave. */
export const isBedrockKeyUser = (name: string | undefined): boolean =>
  name?.startsWith(bedrockKeyUserPrefix) === true;
