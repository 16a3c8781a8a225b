export const palette = {
  title: 'Commands',
  hint: 'What do you want to do?',
  none: 'No command or plan, and nothing in this plan, is called so.',
  things: {
    site: (name: string) => `Go to site ${name}`,
    accelerator: (name: string) => `Go to accelerator ${name}`,
    model: (name: string) => `Go to model ${name}`,
    region: (name: string) => `Go to region ${name}`,
  },
  goTo: (screen: string) => `Go to ${screen}`,
  openPlan: (name: string) => `Open plan ${name}`,
}
