// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A dashboard in the types of Grafana's package @grafana/schema, as JSON has it: each kind of panel with the options of that kind, which the package
// has apart from the dashboard, and where the types have an enumeration the words of it. Other kinds of panels are not known.
import * as raw from './published/grafana-schema/dashboard_types.gen';
import * as gauge from './published/grafana-schema/GaugePanelCfg_types.gen';
import * as heatmap from './published/grafana-schema/HeatmapPanelCfg_types.gen';
import * as stat from './published/grafana-schema/StatPanelCfg_types.gen';
import * as table from './published/grafana-schema/TablePanelCfg_types.gen';
import * as timeseries from './published/grafana-schema/TimeSeriesPanelCfg_types.gen';

type Json<T> = T extends string ? `${T}` : T extends object ? { [Key in keyof T]: Json<T[Key]> } : T;

interface Defaults<Custom> extends Omit<Json<raw.FieldConfig>, 'custom'> {
  custom?: Json<Custom>;
}
interface Fields<Custom> extends Omit<Json<raw.FieldConfigSource>, 'defaults'> {
  defaults: Defaults<Custom>;
}
interface PanelOf<Kind, Options, Custom> extends Omit<Json<raw.Panel>, 'type' | 'options' | 'fieldConfig'> {
  type: Kind;
  options: Json<Options>;
  fieldConfig: Fields<Custom>;
}
type Panel =
  | PanelOf<'gauge', gauge.Options, {}>
  | PanelOf<'heatmap', heatmap.Options, heatmap.FieldConfig>
  | PanelOf<'stat', stat.Options, {}>
  | PanelOf<'table', table.Options, table.FieldConfig>
  | PanelOf<'timeseries', timeseries.Options, timeseries.FieldConfig>;
interface Row extends Omit<Json<raw.RowPanel>, 'type' | 'panels'> {
  type: 'row';
  panels: Panel[];
}
export interface Dashboard extends Omit<Json<raw.Dashboard>, 'panels'> {
  panels: (Row | Panel)[];
}
