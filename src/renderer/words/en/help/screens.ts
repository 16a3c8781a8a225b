import type { ScreenHelp } from '../../../help/helpWords.ts'
import type { Screen } from '../../../state/view/screens.ts'

export const screens: Readonly<Record<Screen, ScreenHelp>> = {
  overview: {
    what: 'The finished plan at a glance: what it serves and costs, and which of the seven layers keeps it from more. The cake puts every layer into one unit, tokens per second, so that megawatts, racks and models compare.',
    steps: [
      'Choose a site and move through the periods: the layer that binds stands out in colour and is named.',
      '“Headroom of every layer” shows the same for all periods or all sites; a column’s head takes the cake there.',
      'Read headroom (how much more a layer could carry) and the worth of one more unit.',
      'Select a layer to go to its own screen, change a value there and solve again with Ctrl+Enter.',
      '“What binds” lists where and when, dearest first; the Why screen shows it in full.',
      '“Trust” says how far the best possible plan could be away, and whether the audit agrees.',
    ],
  },
  agents: {
    what: 'Layer 7, the demand: who asks for tokens, how many, where and when.',
    steps: [
      'Each line is an archetype (chat user, coding agent, robot …) times its number now and at the end. Empty cells follow the catalog.',
      'Choose a growth curve, or draw it on the chart with mouse or arrow keys; or paste a table of years and units, and add steps.',
      'Hours, burst within the hour and event factor follow the archetype until you draw, paste or type your own.',
      'While you type, the line above the table says tokens a day and per second.',
      'Give each region its share; its hours follow its own time zone.',
      'The chart of hours shows what pooling of time zones saves.',
    ],
  },
  scheduling: {
    what: 'Layer 6, routing: which class of work may be served by which model, where, and how full accelerators may run.',
    steps: [
      'Set floors of quality, utilisation caps and the hours that batch work may wait.',
      'A class may have a floor, hours to wait, models and tiers of its own.',
      'Combine two models as a router or cascade with its measured share.',
      'The table of eligibility says for each class and region where it may be served, and why not elsewhere.',
    ],
  },
  distribution: {
    what: 'Layer 5, between regions and sites: leases, tokens bought of APIs, markets for what is left over, links and prices.',
    steps: [
      'Offer leases on demand, reserved or spot; the solver takes them where they are cheaper than building.',
      'Give selling prices to see revenue and margin on the Money screen.',
      'Limit links where a region’s network is narrow.',
      'Places have tiers (device, edge, site, campus, leased, API); a class may be kept to some of them on layer 6.',
    ],
  },
  models: {
    what: 'Layer 4: the models that may be deployed, how fast they are on each accelerator, and where they stand.',
    steps: [
      'Add models from the catalog, or your own from its data sheet.',
      'The curve shows tokens per second against what one user sees, measured runs beside it, with its band.',
      'Import your own benchmark results: near them they go before the model of speeds.',
      'Placement and utilisation show what the solved plan does with them.',
    ],
  },
  accelerators: {
    what: 'Layer 3: what can be bought, when, at which price and how many.',
    steps: [
      'Choose accelerators, set price, its change a year, lead time and supply by period.',
      'Compare them on a model by price and energy of a token.',
      'The bill lists servers, switches and optics with the dates by which they must be ordered.',
      'Procurement holds the plan to export licences, cooling and a share of makers at home.',
    ],
  },
  facility: {
    what: 'Layer 2: rooms in phases, cooling, redundancy and water, site by site.',
    steps: [
      'Choose a site; set what stands already, what may be built, how fast and at what cost.',
      'Choose cooling: PUE and water follow the site’s weather.',
      'Choose redundancy for each chain; units and spares are counted from it.',
    ],
  },
  power: {
    what: 'Layer 1: grid, contracts, plant on site, carbon, site by site.',
    steps: [
      'Set the grid limit, its queue and ramp, energy price and demand charge. Values can be typed in other units: “1.2 GW”, “40 c/kWh”.',
      'Add electricity contracts and plant on site; suppliers of the industry are there as templates.',
      'Import hourly prices, load or carbon from a CSV file, weather from an EPW file.',
    ],
  },
  'build-out': {
    what: 'What to build, when, and by which day to order it.',
    steps: [
      'The Gantt chart shows phases, racks, equipment and connections with lead times; the critical path stands out.',
      'The table beside it sorts by order-by date; dates in the past are marked.',
    ],
  },
  sites: {
    what: 'One site in depth: its single-line diagram, its days hour by hour, its cooling through the year.',
    steps: [
      'Choose site and period; the diagram is drawn from the solved units.',
      'Look at typical and worst days, and at the load over the hours of the year.',
      'Compare cooling technologies at this site by cost, PUE and water.',
    ],
  },
  flows: {
    what: 'Where tokens go: from demand by class to models, sites and leases, on a map and as a Sankey.',
    steps: [
      'Choose a period and class.',
      'Select a region or site on the map to see its flows and what latency allows.',
    ],
  },
  money: {
    what: 'What the plan costs, layer by layer and period by period, and what a million tokens cost.',
    steps: [
      'The waterfall leads from the first cost line to the whole.',
      'Levelised cost is shown over all tokens, over output alone, and weighed by price; by class, place and model.',
      'Break-even prices say when leasing or buying tokens would be cheaper than building.',
      'With a tax rate or loans on the Plan screen, value, return, payback and coverage after them stand beside those before.',
      'Select any figure to see what it is made of, down to fields and catalog, with the exchange rate where money is converted.',
    ],
  },
  audit: {
    what: 'A second opinion: the plan run hour by hour through a year by code that shares no formula with the solver.',
    steps: [
      'Every line compares a claim of the plan with what the audit computes; differences are listed first.',
      'A failed audit stands on every page of the report.',
      'It shows how far it is; stop it and start it again as you like.',
    ],
  },
  why: {
    what: 'Why the plan is as it is: limits by what widening them is worth, and the cost of deciding otherwise.',
    steps: [
      'Start the ranking: each limit is widened by a step and the plan solved again.',
      'Force a decision (open or close a site, forbid an accelerator) to see what it costs.',
      'Ask for the value of an input at which a decision turns.',
      'Where no plan satisfies everything, the smallest set of demands in conflict is shown, with changes that mend it.',
    ],
  },
  vary: {
    what: 'What happens if the inputs are otherwise: scenarios, sensitivities, draws of chance, fronts.',
    steps: [
      'Choose a kind of sweep and its inputs; it runs in the background, can be stopped and goes on where it stopped.',
      'Tornado: which input matters most. Monte Carlo: the range of costs, and how a fixed design fares in it.',
      'More than two values of each input draw a spider. Heat map: two inputs together, with the figure of each pair and which system is best there.',
      'A variant can be opened as a branch.',
    ],
  },
  compare: {
    what: 'Two to six plans or revisions side by side, beside goals and the status quo.',
    steps: [
      'Choose plans; differences of inputs and results are listed, values can be taken from one plan into another.',
      'The bridge traces the change of cost to groups of inputs; its parts sum to the whole.',
      'Figures open their trace in the plan that they are of; those after tax and loans appear where a plan has any.',
      'Promote the branch that won: the others go to the archive.',
    ],
  },
  report: {
    what: 'The build-out report that others get to read, from the same figures as the screens.',
    steps: [
      'Choose sections, language, paper and format: PDF, Word, Excel with live formulas, one HTML file, CSV or JSON.',
      'The plan must be solved as it stands and audited.',
    ],
  },
  plan: {
    what: 'Horizon, periods, discount rate, how capital is counted, limits on the solver, and goals.',
    steps: [
      'Set the start and the number of periods.',
      'Set goals: they are compared with results, never handed to the solver.',
      'Choose the currency that money is shown and typed in, with its rate; no result goes stale.',
      'Set tax rate, depreciation, debt share, interest and tenor; the solve does not depend on them.',
    ],
  },
  catalog: {
    what: 'The data behind every default, with source, day and grade (A primary or recomputed, B secondary, C estimate).',
    steps: [
      'Choose a table, search in English, Chinese or by other names.',
      'Select a value to override it for this plan, with a note of where yours comes from.',
    ],
  },
  exchange: {
    what: 'Files into the plan and out of it. Files can also be dropped anywhere on the window.',
    steps: [
      'Choose or drop a workbook, table, weather file or map; give its columns to fields and look at the changes before you accept them.',
      'Export every input as a workbook, edit it and import it again.',
      'Export the whole library as one file to keep or move it.',
    ],
  },
  library: {
    what: 'All plans with their key figures. Every edit is saved as it is made; there is nothing to save by hand.',
    steps: [
      'Open, star, tag, duplicate, archive; the trash gives back what was put there.',
      'Start a new plan from a template or import one.',
      'Name revisions of the open plan; return to one, or branch from it.',
    ],
  },
}
