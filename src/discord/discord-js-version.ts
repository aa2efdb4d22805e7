/** Of the library that talks with Discord. */
export { version as discordJsVersion } from 'discord.js';
