export const palette = {
  title: 'Commands',
  hint: 'What do you want to do?',
  none: 'No command or plan is called so.',
  goTo: (screen: string) => `Go to ${screen}`,
  openPlan: (name: string) => `Open plan ${name}`,
}
