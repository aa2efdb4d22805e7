import { ApplicationCommandOptionType, MessageFlags, type Interaction } from 'discord.js';
import { describe, expect } from 'vitest';
import { it, type Rig } from './rig.ts';

const greet = {
  name: 'greet',
  description: 'Greets somebody',
  options: [{ type: ApplicationCommandOptionType.String, name: 'name', description: 'Whom', required: true }],
} as const;
const slow = { name: 'slow', description: 'Takes its time' };

const handle = async (interaction: Interaction) => {
  if (!interaction.isChatInputCommand()) return;
  if (interaction.commandName === 'greet') {
    await interaction.reply(`Hello ${interaction.options.getString('name', true)}`);
    return;
  }
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  await interaction.editReply('Done');
  await interaction.followUp('One thing more');
};

const startWithCommands = async (rig: Rig) => {
  const discord = await rig.start();
  const client = await rig.connect(discord, handle);
  await client.application.commands.set([greet, slow]);
  return { discord, client, mira: discord.as(discord.people.member) };
};

describe('a command of the real discord.js client', () => {
  it('is answered', async ({ rig }) => {
    const { client, mira } = await startWithCommands(rig);
    const answer = await mira.command('greet', { name: 'Ada' }).response();
    expect(answer).toMatchObject({ content: 'Hello Ada', author: { id: client.user.id } });
  });

  it('stays private when it was deferred so', async ({ rig }) => {
    const { mira } = await startWithCommands(rig);
    const interaction = mira.command('slow');
    expect((await interaction.response()).content).toBe('Done');
    expect((await interaction.followUp(1)).content).toBe('One thing more');
    expect(interaction).toMatchObject({ deferred: true, ephemeral: true });
  });
});
