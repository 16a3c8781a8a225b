export const palette = {
  title: 'Commands',
  hint: 'What do you want to do?',
  goTo: (screen: string) => `Go to ${screen}`,
  openPlan: (name: string) => `Open plan ${name}`,
}
