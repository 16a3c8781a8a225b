/** Every entity of a plan in a table of its own; `rest` holds, as JSON, the fields that have no column yet. */
const OWNED = 'plan_id TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE, position INTEGER NOT NULL'
const REST = "rest TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(rest))"

export const library001 = `
CREATE TABLE plan (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL,
  version INTEGER NOT NULL, cursor INTEGER NOT NULL, inputs_hash TEXT NOT NULL,
  parent_id TEXT, is_starred INTEGER NOT NULL DEFAULT 0, is_archived INTEGER NOT NULL DEFAULT 0,
  is_trashed INTEGER NOT NULL DEFAULT 0, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  horizon_start TEXT NOT NULL, horizon_periods INTEGER NOT NULL, ${REST}
) STRICT;
CREATE TABLE plan_tag (plan_id TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE, tag TEXT NOT NULL,
  PRIMARY KEY (plan_id, tag)) STRICT;
CREATE TABLE region (
  ${OWNED}, id TEXT NOT NULL, name TEXT NOT NULL, catalog_region_id TEXT NOT NULL, latency_id TEXT,
  utc_offset_h REAL NOT NULL, residency_zone TEXT NOT NULL, ${REST}, PRIMARY KEY (plan_id, id)
) STRICT;
CREATE TABLE demand (
  ${OWNED}, id TEXT NOT NULL, archetype_id TEXT NOT NULL, units_start REAL NOT NULL, units_end REAL NOT NULL,
  growth TEXT NOT NULL, note TEXT, ${REST}, PRIMARY KEY (plan_id, id)
) STRICT;
CREATE TABLE demand_share (
  plan_id TEXT NOT NULL, demand_id TEXT NOT NULL, region_id TEXT NOT NULL, share REAL NOT NULL,
  PRIMARY KEY (plan_id, demand_id, region_id),
  FOREIGN KEY (plan_id, demand_id) REFERENCES demand(plan_id, id) ON DELETE CASCADE,
  FOREIGN KEY (plan_id, region_id) REFERENCES region(plan_id, id) ON DELETE CASCADE
) STRICT;
CREATE TABLE model (
  ${OWNED}, id TEXT NOT NULL, catalog_model_id TEXT NOT NULL, quality REAL NOT NULL, "precision" TEXT,
  royalty_usd_per_m_tok REAL, note TEXT, ${REST}, PRIMARY KEY (plan_id, id)
) STRICT;
CREATE TABLE accelerator (
  ${OWNED}, id TEXT NOT NULL, catalog_accelerator_id TEXT NOT NULL, accel_per_unit INTEGER NOT NULL,
  unit_it_kw REAL NOT NULL, price_usd_per_unit REAL NOT NULL, cooling TEXT NOT NULL, lead_months REAL NOT NULL,
  supply_units_per_period REAL NOT NULL, on_sale_from TEXT, on_sale_until TEXT, note TEXT, ${REST},
  PRIMARY KEY (plan_id, id)
) STRICT;
CREATE TABLE site (
  ${OWNED}, id TEXT NOT NULL, name TEXT NOT NULL, catalog_region_id TEXT NOT NULL, latency_id TEXT,
  residency_zone TEXT NOT NULL, note TEXT, ${REST}, PRIMARY KEY (plan_id, id)
) STRICT;
CREATE TABLE facility (
  plan_id TEXT NOT NULL, site_id TEXT NOT NULL, archetype_id TEXT NOT NULL, cooling_technology_id TEXT NOT NULL,
  module_it_mw REAL NOT NULL, max_it_mw REAL NOT NULL, existing_it_mw REAL, build_months REAL NOT NULL,
  earliest TEXT NOT NULL, capex_musd_per_mw REAL NOT NULL, cooling_limit_it_mw REAL, note TEXT, ${REST},
  PRIMARY KEY (plan_id, site_id),
  FOREIGN KEY (plan_id, site_id) REFERENCES site(plan_id, id) ON DELETE CASCADE
) STRICT;
CREATE TABLE grid (
  plan_id TEXT NOT NULL, site_id TEXT NOT NULL, grid_limit_mw REAL NOT NULL, energised TEXT NOT NULL,
  ramp_mw_per_quarter REAL, energy_usd_per_mwh REAL, demand_charge_usd_per_kw_month REAL,
  connection_musd_per_mw REAL, note TEXT, ${REST},
  PRIMARY KEY (plan_id, site_id),
  FOREIGN KEY (plan_id, site_id) REFERENCES site(plan_id, id) ON DELETE CASCADE
) STRICT;
CREATE TABLE lease (
  ${OWNED}, id TEXT NOT NULL, name TEXT NOT NULL, accelerator_id TEXT NOT NULL, usd_per_accel_h REAL NOT NULL,
  limit_accel REAL NOT NULL, note TEXT, ${REST}, PRIMARY KEY (plan_id, id)
) STRICT;
CREATE TABLE change (
  plan_id TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE, seq INTEGER NOT NULL, version INTEGER NOT NULL,
  label TEXT NOT NULL, at TEXT NOT NULL, patch TEXT NOT NULL CHECK (json_valid(patch)),
  inverse TEXT NOT NULL CHECK (json_valid(inverse)), PRIMARY KEY (plan_id, seq)
) STRICT;
CREATE TABLE revision (
  id INTEGER PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE, name TEXT NOT NULL,
  at TEXT NOT NULL, version INTEGER NOT NULL, inputs_hash TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;
CREATE TABLE result (
  id INTEGER PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE, at TEXT NOT NULL,
  inputs_hash TEXT NOT NULL, status TEXT NOT NULL, gap_share REAL NOT NULL, net_present_cost_musd REAL NOT NULL,
  levelised_usd_per_m_tok REAL NOT NULL, built_it_mw_end REAL NOT NULL, contracted_mw_end REAL NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;
CREATE INDEX result_by_plan ON result(plan_id, id);
CREATE TABLE catalog_override (
  ${OWNED}, "table" TEXT NOT NULL, row_id TEXT NOT NULL, "column" TEXT NOT NULL, value ANY NOT NULL,
  note TEXT NOT NULL, ${REST}, PRIMARY KEY (plan_id, position)
) STRICT;
CREATE VIRTUAL TABLE plan_search USING fts5(plan_id UNINDEXED, text, tokenize = 'trigram');
`
