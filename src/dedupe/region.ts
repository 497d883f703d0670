// GB/T 2260: two digits each for province, city, county. The four municipalities have no city level.
function isMunicipality(province: number): boolean {
  return province === 11 || province === 12 || province === 31 || province === 50;
}

/** The city a division code lies in: `cityOf(310115)` -> 310000, `cityOf(440305)` -> 440300, `cityOf(0)` -> 0 */
export function cityOf(region: number): number {
  const province = provinceOf(region);
  return isMunicipality(province) ? province * 10000 : region - (region % 100);
}

/** `provinceOf(440305)` -> 44 */
export function provinceOf(region: number): number {
  return Math.trunc(region / 10000);
}

/** Whether the code names a province and nothing below it. */
export function isProvince(region: number): boolean {
  return region % 10000 === 0 && !isMunicipality(provinceOf(region));
}
